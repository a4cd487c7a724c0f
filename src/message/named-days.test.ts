import { expect, it } from 'vitest';
import { compileContent } from './compile-content.ts';
import { type NamedDay, namedDays } from './named-days.ts';

function daysOf(text: string): NamedDay[] {
  const result = compileContent({ sms: { text } });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return namedDays(result.compiled).days;
}

it.each([
  ['We are closed today.', 'today', { after: 0 }],
  ['See you TOMORROW!', 'TOMORROW', { after: 1 }],
  ['Hoy cerramos.', 'Hoy', { after: 0 }],
  ['Mañana por la mañana cerramos.', 'Mañana', { after: 1 }],
  ['Fermé aujourd’hui', 'aujourd’hui', { after: 0 }],
  ['À demain', 'demain', { after: 1 }],
  ['Heute Morgen', 'Heute', { after: 0 }],
  ['Guten Morgen, wir haben morgen zu', 'morgen', { after: 1 }],
  ['Übermorgen geht es weiter', 'Übermorgen', { after: 2 }],
  ['the day after tomorrow', 'day after tomorrow', { after: 2 }],
  ['Closed on Tuesday, sorry', 'Tuesday', { weekday: 2, within: 7 }],
  ['el miercoles', 'miercoles', { weekday: 3, within: 7 }],
  ['until next Friday', 'next Friday', { weekday: 5, within: 13 }],
])('reads the day out of “%s”', (text, word, day) => {
  expect(daysOf(text)).toEqual([{ word, ...day }]);
});

it.each([
  'We open on Mondays.',
  'Our hours: Monday to Friday, 9 to 5',
  'Lunes a viernes',
  'Montag–Freitag',
  'every Monday',
  'Guten Morgen!',
  'por la mañana',
  'Mr Fridayson',
  'For {{ participant.first_name | default: "today" }}',
  '{% if event.title == "tomorrow" %}Hello{% endif %}',
])('reads no day out of “%s”', (text) => {
  expect(daysOf(text)).toEqual([]);
});

it('says a word once, and names the channels that say one', () => {
  const result = compileContent({
    sms: { text: 'Tomorrow, yes tomorrow' },
    email: { subject: 'Closed', html: '<p class="today">Closed</p>' },
    voice: { text: 'Hello', voicemail: { text: 'today' } },
  });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const { days, channels } = namedDays(result.compiled);
  expect(days.map(({ word }) => word)).toEqual(['Tomorrow', 'today']);
  expect(channels).toEqual(['sms', 'voice']);
});
