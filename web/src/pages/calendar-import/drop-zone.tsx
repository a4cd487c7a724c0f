import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useStable } from '../../components/use-stable.ts';
import classes from './drop-zone.module.css';

/** Lets a file be dropped anywhere on the page, and says so while it hovers. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [hovering, setHovering] = useState(false);
  const take = useStable(onFile);
  useEffect(() => {
    const listening = new AbortController();
    const on = <K extends 'dragover' | 'dragleave' | 'drop'>(
      name: K,
      handle: (event: DragEvent) => void,
    ) => window.addEventListener(name, handle, { signal: listening.signal });

    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setHovering(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setHovering(false);
    });
    on('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      setHovering(false);
      if (file === undefined) return;
      event.preventDefault();
      take(file);
    });
    return () => listening.abort();
  }, [take]);
  if (!hovering) return null;
  return (
    <div className={classes.zone}>
      <Trans>Drop the calendar file to import it</Trans>
    </div>
  );
}
