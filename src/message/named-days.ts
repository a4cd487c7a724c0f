import type { Channel } from '../contract/channel.ts';
import type { CompiledContent } from './compile-content.ts';

/**
 * A day that a text names, as it is written there: so many days after the day on which it is read, or a weekday
 * (1 is Monday) that comes no later than so many days after it.
 */
export type NamedDay = { word: string } & ({ after: number } | { weekday: number; within: number });

/** Languages as in `Intl`: English, Spanish, French, German. `not` stands before what means something else. */
const relative = [
  { after: 0, words: "today|tonight|hoy|esta noche|aujourd['’]hui|ce soir|heute" },
  { after: 1, words: 'tomorrow', not: 'day after ' },
  { after: 1, words: 'mañana', not: 'la |las |esta |cada |una |pasado |buena ' },
  { after: 1, words: 'demain', not: 'après[- ]|apres[- ]' },
  {
    after: 1,
    words: 'morgen',
    not: 'guten |am |heute |jeden |diesen |gestern |den |der |eines |montag |dienstag |mittwoch |donnerstag |freitag |samstag |sonntag ',
  },
  { after: 2, words: 'day after tomorrow|pasado mañana|après[- ]demain|übermorgen' },
];

/** Monday first. Plurals, as "Mondays", speak of every week and are no words of these. */
const weekdays = [
  'monday|lunes|lundi|montag',
  'tuesday|martes|mardi|dienstag',
  'wednesday|mi[ée]rcoles|mercredi|mittwoch',
  'thursday|jueves|jeudi|donnerstag',
  'friday|viernes|vendredi|freitag',
  'saturday|s[áa]bado|samedi|samstag|sonnabend',
  'sunday|domingo|dimanche|sonntag',
];
const anyWeekday = weekdays.join('|');
const everyWeek = 'every |each |los |cada |todos los |chaque |tous les |jeden ';

const patterns = [
  ...relative.map(({ words, not, ...day }) => ({ pattern: wordOf(words, not), day })),
  ...weekdays.flatMap((words, index) => [
    {
      pattern: wordOf(words, `${everyWeek}|next |nächsten |nächster `),
      day: { weekday: index + 1, within: 7 },
    },
    // "next Monday" is for many the one after the coming one.
    {
      pattern: wordOf(`(?:next|nächsten|nächster) (?:${words})`),
      day: { weekday: index + 1, within: 13 },
    },
  ]),
];

/** From one weekday to another: hours of opening and the like. */
const range = new RegExp(
  `(?:${anyWeekday})\\s*(?:-|–|—|to|through|until|a|au|à|bis)\\s*(?:${anyWeekday})`,
  'giu',
);

/** The days that the texts of a message name literally, and in which channels; fields that say a day are not meant. */
export function namedDays({ channels, messages }: CompiledContent): {
  days: NamedDay[];
  channels: Channel[];
} {
  const found = channels.flatMap((channel) => {
    const { subject, text, voicemail } = messages[channel] ?? {};
    const sources = [subject, text, voicemail].flatMap((one) => one?.source ?? []);
    const days = daysIn(sources.join(' \n '));
    return days.length > 0 ? [{ channel, days }] : [];
  });
  const days = found.flatMap((one) => one.days);
  const isFirst = ({ word }: NamedDay, index: number) =>
    days.findIndex((one) => one.word.toLowerCase() === word.toLowerCase()) === index;
  return { days: days.filter(isFirst), channels: found.map(({ channel }) => channel) };
}

function daysIn(source: string): NamedDay[] {
  const text = source
    .normalize('NFC')
    .replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ' … ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(range, ' … ');
  return patterns.flatMap(({ pattern, day }) =>
    [...text.matchAll(pattern)].map(([word]) => ({ word, ...day })),
  );
}

/** Whole words, and only where none of `not` stands before them. */
function wordOf(words: string, not?: string): RegExp {
  const before = not ? `(?<!(?<![\\p{L}\\p{N}])(?:${not}))` : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}(?:${words})(?![\\p{L}\\p{N}])`, 'giu');
}
