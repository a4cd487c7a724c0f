import { Trans } from '@lingui/react/macro';
import '@mantine/tiptap/styles.css';
import { Button, Group, Input } from '@mantine/core';
import { Link, RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { editorLabels } from './editor-labels.ts';
import { FieldOfferList } from './field-offer-list.tsx';
import { InsertField } from './insert-field.tsx';
import classes from './rich-field.module.css';
import { useRichOffer } from './use-rich-offer.ts';

type Props = {
  label: string;
  /** HTML; empty where nothing is written. */
  value: string;
  onChange: (value: string) => void;
  /** Goes back to plain text, with what was written. */
  onPlain: (text: string) => void;
  error: string | undefined;
};

const extensions = [
  StarterKit.configure({ link: false, heading: { levels: [2, 3] } }),
  Link.configure({ protocols: ['https', 'mailto', 'tel'], openOnClick: false }),
];

/** A text with headings, lists and links, and with merge fields, which go in where the cursor is. */
export function RichField({ label, value, onChange, onPlain, error }: Props) {
  const written = useRef(value);
  const onKey = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const editor = useEditor({
    extensions,
    content: value,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handleKeyDown: (_view, event) => onKey.current(event),
    },
    onUpdate: ({ editor }) => {
      written.current = editor.isEmpty ? '' : editor.getHTML();
      onChange(written.current);
    },
  });
  const offer = useRichOffer(editor);
  useEffect(() => {
    onKey.current = offer.onKey;
  });
  // It was changed elsewhere: in another tab, or thrown away.
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <div>
      <Input.Wrapper label={label} error={offer.isOpen ? undefined : error} labelElement="div">
        <RichTextEditor editor={editor} labels={editorLabels()} className={classes.editor}>
          <RichTextEditor.Toolbar className={classes.toolbar}>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
              <RichTextEditor.Underline />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H2 />
              <RichTextEditor.H3 />
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Link />
              <RichTextEditor.Unlink />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Undo />
              <RichTextEditor.Redo />
            </RichTextEditor.ControlsGroup>
          </RichTextEditor.Toolbar>
          <RichTextEditor.Content />
        </RichTextEditor>
      </Input.Wrapper>
      <FieldOfferList offer={offer} />
      <Group gap={4} mt={4}>
        <InsertField
          label={label}
          onInsert={(field) => {
            // After the menu has given the focus back.
            requestAnimationFrame(() => editor.chain().focus().insertContent(field).run());
          }}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onPlain(editor.getText({ blockSeparator: '\n\n' }))}
        >
          <Trans>Plain text</Trans>
        </Button>
      </Group>
    </div>
  );
}
