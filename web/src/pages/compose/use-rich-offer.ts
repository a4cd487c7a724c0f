import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { fieldBeingTyped, restOfField } from './typed-field.ts';
import { type FieldOffer, useFieldOffer } from './use-field-offer.ts';

/** Offers fields in a rich text while one is typed; the editor renders again with each step. */
export function useRichOffer(editor: Editor): FieldOffer {
  const isTyping = useRef(false);
  const { $from, empty, from: cursor } = editor.state.selection;
  const { parent, parentOffset } = $from;
  // What is no text stands for one character, so that places stay what they are.
  const textBetween = (begin: number, end: number) =>
    parent.textBetween(begin, end, undefined, '\ufffc');
  const before = textBetween(0, parentOffset);
  const typed = empty && isTyping.current ? fieldBeingTyped(before, before.length) : null;
  const offer = useFieldOffer(typed, ({ from }, name) => {
    const rest = restOfField(textBetween(parentOffset, parent.content.size));
    const place = { from: cursor - (before.length - from), to: cursor + rest };
    editor.chain().focus().insertContentAt(place, `{{ ${name} }}`).run();
  });
  useEffect(() => {
    const follow = ({
      transaction,
    }: {
      transaction: { docChanged: boolean; selectionSet: boolean };
    }) => {
      if (transaction.docChanged) isTyping.current = true;
      else if (transaction.selectionSet) isTyping.current = false;
    };
    const stop = () => {
      isTyping.current = false;
    };
    editor.on('transaction', follow);
    editor.on('blur', stop);
    return () => {
      editor.off('transaction', follow);
      editor.off('blur', stop);
    };
  }, [editor]);
  useEffect(() => {
    // Before it has its place in the page there is nothing to write on.
    if (!editor.isInitialized || editor.isDestroyed) return;
    for (const [name, said] of Object.entries(offer.aria)) {
      if (said === undefined) editor.view.dom.removeAttribute(name);
      else editor.view.dom.setAttribute(name, said);
    }
  });
  return offer;
}
