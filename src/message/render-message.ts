import type { Channel } from '../contract/channel.ts';
import { inPlainCharacters } from '../contract/plain-character.ts';
import type { EmailSubmission } from '../providers/provider.ts';
import type { CompiledContent } from './compile-content.ts';
import type { MergeScope } from './merge-scope.ts';
import { type CompiledTemplate, renderTemplate } from './template.ts';

/** A message as one recipient gets it. */
export type RenderedMessage = {
  subject?: string;
  text: string;
  email?: EmailSubmission;
  /** Voice: what a machine that answers is told, where it is another text. */
  voicemail?: string;
};

/**
 * Renders what goes to one recipient on one channel; throws if the content has no text for it.
 * A subject is one line whatever was merged into it. Accents are composed (Unicode NFC), because a
 * letter with its accent apart would make a text message Unicode. `unsubscribe` is the link that stands
 * under an email, where one does.
 */
export function renderMessage(
  content: CompiledContent,
  channel: Channel,
  scope: MergeScope,
  unsubscribe?: string,
): RenderedMessage {
  const message = content.messages[channel];
  if (!message) throw new Error(`the content has nothing for ${channel}`);
  if (!message.subject || !message.letters) {
    const composed = textOf(message.text, scope);
    const words = message.inPlainCharacters ? inPlainCharacters(composed) : composed;
    const text = [words, ...message.below].join('\n');
    return message.voicemail ? { text, voicemail: textOf(message.voicemail, scope) } : { text };
  }
  const subject = renderTemplate(message.subject, scope).replace(/\s+/g, ' ').trim();
  const { text, ...email } = message.letters.render(scope, unsubscribe);
  return { subject: subject.normalize('NFC'), text, email };
}

function textOf(template: CompiledTemplate, scope: MergeScope): string {
  return renderTemplate(template, scope).replaceAll('\r\n', '\n').normalize('NFC');
}
