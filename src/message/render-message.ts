import type { Channel } from '../contract/channel.ts';
import { inPlainCharacters } from '../contract/plain-character.ts';
import type { EmailSubmission } from '../providers/provider.ts';
import type { CompiledContent } from './compile-content.ts';
import type { MergeScope } from './merge-scope.ts';
import { renderTemplate } from './template.ts';

/** A message as one recipient gets it. */
export type RenderedMessage = { subject?: string; text: string; email?: EmailSubmission };

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
    const composed = renderTemplate(message.text, scope).replaceAll('\r\n', '\n').normalize('NFC');
    return { text: message.inPlainCharacters ? inPlainCharacters(composed) : composed };
  }
  const subject = renderTemplate(message.subject, scope).replace(/\s+/g, ' ').trim();
  const { text, ...email } = message.letters.render(scope, unsubscribe);
  return { subject: subject.normalize('NFC'), text, email };
}
