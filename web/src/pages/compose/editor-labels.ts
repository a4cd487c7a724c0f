import { t } from '@lingui/core/macro';
import type { RichTextEditorLabels } from '@mantine/tiptap';

/** What the buttons of the editor are called. */
export function editorLabels(): Partial<RichTextEditorLabels> {
  return {
    boldControlLabel: t`Bold`,
    italicControlLabel: t`Italic`,
    underlineControlLabel: t`Underline`,
    h2ControlLabel: t`Heading 2`,
    h3ControlLabel: t`Heading 3`,
    bulletListControlLabel: t`Bullet list`,
    orderedListControlLabel: t`Ordered list`,
    blockquoteControlLabel: t`Blockquote`,
    linkControlLabel: t({ message: 'Link', context: 'button of the editor' }),
    unlinkControlLabel: t`Remove link`,
    linkEditorInputLabel: t`Enter URL`,
    linkEditorExternalLink: t`Open link in a new tab`,
    linkEditorInternalLink: t`Open link in the same tab`,
    linkEditorSave: t({ message: 'Save', context: 'button: a link' }),
    undoControlLabel: t({ message: 'Undo', context: 'button of the editor' }),
    redoControlLabel: t({ message: 'Redo', context: 'button of the editor' }),
  };
}
