import { expect, it } from 'vitest';
import { compileContent } from '../message/compile-content.ts';
import { smsSegments } from '../message/sms-segments.ts';
import { answerLanguage } from './answer-language.ts';
import { type AnswerKind, answerContent } from './answer-texts.ts';
import type { Language } from './keywords.ts';

const languages: readonly Language[] = ['en', 'fr', 'es', 'de'];
const kinds: readonly AnswerKind[] = ['stopped', 'stopped_not_appointment', 'started', 'help'];

it.each(languages.flatMap((language) => kinds.map((kind) => [language, kind] as const)))(
  'says in %s that it has %s in one segment, on every channel',
  (language, kind) => {
    const { sms } = answerContent('sms', kind, language);
    const text = sms?.text.replace('{{ account.name }}', 'Hill Street Clinic') ?? '';
    expect(smsSegments(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    for (const channel of ['sms', 'email', 'voice'] as const) {
      expect(compileContent(answerContent(channel, kind, language))).toHaveProperty('compiled');
    }
  },
);

it.each([
  ['fr', '+12125550100', 'fr'],
  [null, '+12125550100', 'en'],
  [null, '+33612345678', 'fr'],
  [null, '+34612345678', 'es'],
  [null, '+491701234567', 'de'],
  [null, 'ana@example.com', 'de'],
] as const)('answers a word of %s from %s in %s', (word, address, language) => {
  expect(answerLanguage(word, address, { country: 'AT' })).toBe(language);
});
