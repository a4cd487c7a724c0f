import { Liquid } from 'liquidjs';
import type { Content } from '../src/contract/content.ts';
import { compileContent } from '../src/message/compile-content.ts';
import { type MergeConstants, readMergeConstants } from '../src/message/merge-constants.ts';
import { mergeScope } from '../src/message/merge-scope.ts';
import type { RecipientFields } from '../src/message/recipient-fields.ts';
import { renderMessage } from '../src/message/render-message.ts';
import { timePhrases } from '../src/message/time-phrases.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';

const RECIPIENTS = 100_000;
const MINUTE = 60_000;

const text = `Hello {{ participant.first_name | default: "there" }}, your {{ event.title }} on {{ event.day_and_time_phrase }}
{% if event.location %}in {{ event.location }}{% endif %} is moved: we are closed.
Room {{ event.fields.room }}. Please call {{ account.phone }} to find another time.
{{ user.first_name }}, {{ account.name | upcase }}`;

/**
 * Rendering a text message for 100,000 people, each with an appointment at another minute: their words
 * cleaned, day and time said in their language and zone, the whole composed. The baseline is liquidjs
 * alone, with its defaults, rendering the same text from the same values as plain strings that were
 * worked out beforehand.
 */
export const render: Benchmark = {
  name: 'render',
  async run({ database, account }) {
    const writer = { name: 'Sam Keller', email: 'sam@example.com' };
    const read = await readMergeConstants(database.engine, account.id, writer);
    const constants = { ...read, account: { ...read.account, phone: '(212) 555-0100' } };
    const people = Array.from({ length: RECIPIENTS }, (_, place) => recipient(place));
    const plain = people.map((fields) => plainScope(fields, constants));
    const content: Content = { sms: { text } };
    const compiled = compileContent(content);
    if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems));
    const bare = new Liquid();
    const template = bare.parse(text);
    const ourText = (fields: RecipientFields) =>
      renderMessage(compiled.compiled, 'sms', mergeScope(fields, constants)).text;
    const bareText = (scope: object) => String(bare.renderSync(template, scope));
    for (const place of [0, 1, RECIPIENTS - 1]) {
      const [fields, scope] = [people[place], plain[place]];
      if (!fields || !scope || ourText(fields) !== bareText(scope))
        throw new Error('both render the same text');
    }
    const rounds = await inRounds(7, async () => {
      const ours = await timed(async () => {
        for (const fields of people) ourText(fields);
      });
      const baseline = await timed(async () => {
        for (const scope of plain) bareText(scope);
      });
      return { ours: (RECIPIENTS / ours) * 1_000, baseline: (RECIPIENTS / baseline) * 1_000 };
    });
    return [medianOf(rounds, { name: 'render', unit: 'texts/s', aim: { least: 0.7 } })];
  },
};

function recipient(place: number): RecipientFields {
  const start = Date.parse('2027-03-08T14:00:00Z') + place * MINUTE;
  return {
    participant: {
      name: `Ana Ruiz ${place}`,
      first_name: `Ana ${place}`,
      last_name: 'Ruiz',
      phone: '+12125550123',
      email: null,
      time_zone: 'America/New_York',
    },
    event: {
      title: 'Check-up',
      location: `Hill Street ${place}`,
      calendar: 'Dr Weiss',
      starts_at: new Date(start).toISOString(),
      ends_at: new Date(start + 30 * MINUTE).toISOString(),
      all_day: false,
      time_zone: 'America/New_York',
      fields: { room: String(place % 20) },
    },
  };
}

function plainScope({ participant, event }: RecipientFields, constants: MergeConstants): object {
  const phrases = timePhrases('en-US', 'America/New_York');
  const said = event && phrases.dayAndTime(Date.parse(event.starts_at));
  return { participant, event: { ...event, day_and_time_phrase: said }, ...constants };
}
