import { expect, test } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { testConstants } from '../../test/support/merge-constants.ts';
import type { Content } from '../contract/content.ts';
import { compileContent } from './compile-content.ts';
import { emptyFieldPath } from './empty-field.ts';
import { mergeScope } from './merge-scope.ts';
import type { RecipientFields } from './recipient-fields.ts';
import { type RenderedMessage, renderMessage } from './render-message.ts';

const jose: RecipientFields = {
  participant: {
    name: 'José Ruiz\r\nBcc: all@example.com',
    first_name: 'José',
    last_name: 'Ruiz',
    phone: '+12125550123',
    email: '',
  },
  event: null,
};

function render(content: Content, channel: 'sms' | 'email' | 'voice'): RenderedMessage {
  const result = compileContent(content);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return renderMessage(result.compiled, channel, mergeScope(jose, testConstants));
}

test('each channel has its own text, and only email a subject', () => {
  const content = {
    sms: { text: 'S {{ account.name }}' },
    email: { subject: 'Subject', text: 'E {{ user.name }}' },
    voice: { text: 'V' },
  };
  expect(render(content, 'sms')).toEqual({ text: 'S Hill Street Clinic' });
  expect(render(content, 'email')).toMatchObject({ subject: 'Subject', text: 'E Sam Keller' });
  expect(render(content, 'voice')).toEqual({ text: 'V' });
});

test('a subject is one line, whatever is merged into it', () => {
  const subject = 'For {{ participant.name }}\r\n{% if user.name %}\n now{% endif %}';
  expect(render({ email: { subject, text: 'x' } }, 'email').subject).toBe(
    'For José Ruiz Bcc: all@example.com now',
  );
});

test('accents come out composed, so that é stays a GSM letter', () => {
  expect(render({ sms: { text: 'Jose\u0301 {{ participant.first_name }}' } }, 'sms').text).toBe(
    'José José',
  );
});

test('all problems of all texts are listed with where they are', () => {
  const content = {
    sms: { text: 'Hi {{ participant.firstname }}' },
    email: { subject: '{{ event.titel }}', text: '{% if %}' },
  };
  expect(inEnglish(compileContent(content))).toMatchObject({
    problems: [
      { path: 'sms.text', line: 1, column: 7 },
      { path: 'email.subject', message: expect.stringContaining('event.title') },
      { path: 'email.text' },
    ],
  });
});

test('it knows what must not be empty, and whether it speaks of the appointment', () => {
  const email = { subject: '{{ event.date_phrase }}', text: '{{ participant.email }}' };
  expect(compileContent({ sms: { text: 'Hi' }, email })).toMatchObject({
    compiled: {
      channels: ['sms', 'email'],
      speaksOfAppointment: true,
      messages: {
        sms: { subject: null, required: [] },
        email: { required: ['event.date_phrase', 'participant.email'] },
      },
    },
  });
});

test('where it shows whether a field is empty', () => {
  expect(emptyFieldPath('participant.first_name')).toEqual(['participant', 'first_name']);
  expect(emptyFieldPath('event.day_and_time_phrase')).toEqual(['event', 'starts_at']);
  expect(emptyFieldPath('account.name')).toEqual([]);
});

test('plain characters are put where they mean the same, also in names, and only where it is wanted', () => {
  const name = 'Zoë O’Neill – “Zo”\u00a0…';
  const own = { ...jose, participant: { ...jose.participant, name } };
  const said = (replaceCharacters?: boolean) => {
    const result = compileContent({
      sms: {
        text: '• {{ participant.name }}',
        ...(replaceCharacters !== undefined && { replaceCharacters }),
      },
      email: { subject: 'x', text: '• {{ participant.name }}' },
    });
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const scope = mergeScope(own, testConstants);
    return (['sms', 'email'] as const).map((c) => renderMessage(result.compiled, c, scope).text);
  };
  const written = `• ${name}`;
  expect(said()).toEqual([written, written]);
  expect(said(false)).toEqual([written, written]);
  expect(said(true)).toEqual([`- Zoë O'Neill - "Zo" ...`, written]);
});
