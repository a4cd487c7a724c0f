import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Said, Sentence } from '../contract/said.ts';

/** Patterns that were formatted before; they are constants of the source, so that they have an end. */
const messages: Record<string, ReturnType<typeof compileMessage>> = {};
const i18n = setupI18n({ locale: 'en', messages: { en: messages } });

/** A sentence in English, as programs, logs and the command line read it. */
export function english(sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence;
  const { text, values = {} } = sentence;
  if (!Object.hasOwn(messages, text)) {
    messages[text] = compileMessage(text);
    i18n.load('en', messages);
  }
  const inEnglish = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? english(value) : value,
  ]);
  return i18n._(text, Object.fromEntries(inEnglish));
}

/** A sentence for an answer of the API: its English, and beside it what a translation needs. */
export function spoken(sentence: Sentence): { message: string; said?: Said } {
  if (typeof sentence === 'string') return { message: sentence };
  return { message: english(sentence), said: sentence };
}
