import { administer } from '../test/support/break-connections.ts';
import { bareInsert } from './bare-insert.ts';
import { type Benchmark, inRounds, medianOf, timed } from './benchmark.ts';
import { forgetBroadcasts, takeTo } from './broadcast.ts';
import { addPeople } from './people.ts';

const RECIPIENTS = 100_000;
const ROUNDS = 5;

/**
 * Taking a broadcast of 100,000 recipients (audience, merge fields, duplicates, exclusions, recipients,
 * deliveries, subjects, counts) against the bare insert … select of the rows that it wrote.
 */
export const take: Benchmark = {
  name: 'take',
  async run(setting) {
    await addPeople(setting, RECIPIENTS);
    await administer(setting.database, 'vacuum analyze');
    const rounds = await inRounds(ROUNDS, async () => {
      let id = '';
      const ours = await timed(async () => {
        id = await takeTo(setting);
      });
      const baseline = await bareInsert(setting, id);
      await forgetBroadcasts(setting);
      return { ours: (RECIPIENTS / ours) * 1_000, baseline: (RECIPIENTS / baseline) * 1_000 };
    });
    return [medianOf(rounds, { name: 'take', unit: 'recipients/s', aim: { least: 0.5 } })];
  },
};
