import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './file-drop.module.css';

/** Lets files be dropped on what is in it, and says so while they hover. */
export function FileDrop({
  onFiles,
  children,
}: {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const [hovering, setHovering] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    setHovering(true);
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
      setHovering(false);
    }
  };
  const drop = (event: DragEvent) => {
    setHovering(false);
    if (event.dataTransfer.files.length === 0) return;
    // The page behind would take it for a calendar.
    event.preventDefault();
    event.stopPropagation();
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same by keyboard.
    <div
      className={`${classes.drop} ${hovering ? classes.hovering : ''}`}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
