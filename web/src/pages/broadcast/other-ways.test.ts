import { expect, test } from 'vitest';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { ExclusionReason, Plan } from '../../../../src/contract/plan.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { newDraft } from '../compose/draft.ts';
import { bestWay, sameWords } from './other-ways.ts';

const sms = { text: 'Closed' };
const people: Reach['people'] = {
  reached: 0,
  under_way: 0,
  not_sure: 0,
  reached_later: 0,
  under_way_later: 0,
  not_reached: 3,
};
type Part = readonly [Channel, Reach['missed'][number]['reason'], number];
const missed = (...parts: readonly Part[]): Reach => ({
  people,
  missed: parts.map(([channel, reason, count]) => ({ channel, reason, count })),
});

type Planned = Pick<Plan, 'people' | 'excluded'>;
type Left = readonly [Channel, ExclusionReason, number];
const planned = (all: number, ...parts: readonly Left[]): Planned => ({
  people: all,
  excluded: parts.map(([channel, reason, count]) => ({ channel, reason, count })),
});
const email = { subject: 'C', text: 'C' };

test.each<[string, Content, Reach, Planned, Channel | null]>([
  [
    'landlines are called',
    { sms },
    missed(['sms', 'not_sms_capable', 3]),
    planned(3, ['sms', 'not_sms_capable', 3], ['email', 'no_address', 3]),
    'voice',
  ],
  [
    'the way that reaches the most is taken',
    { sms },
    missed(['sms', 'unreachable', 3]),
    planned(3, ['email', 'no_address', 1], ['voice', 'opted_out', 2]),
    'email',
  ],
  [
    'who has no mailbox is called',
    { sms },
    missed(['sms', 'no_address', 2]),
    planned(2, ['sms', 'no_address', 2], ['email', 'no_address', 2]),
    'voice',
  ],
  ['a full mailbox is texted', { email }, missed(['email', 'mailbox_full', 1]), planned(1), 'sms'],
  [
    'what failed for now is tried again',
    { sms },
    missed(['sms', 'provider_down', 3]),
    planned(3),
    'sms',
  ],
  [
    'whom the plan leaves out itself is not taken away twice',
    { sms },
    missed(['sms', 'not_sms_capable', 3]),
    planned(
      5,
      ['sms', 'not_sms_capable', 3],
      ['email', 'no_address', 4],
      ['voice', 'opted_out', 4],
    ),
    'sms',
  ],
  [
    'nobody can be reached',
    { sms },
    missed(['sms', 'opted_out', 3]),
    planned(3, ['sms', 'opted_out', 3], ['email', 'no_address', 3], ['voice', 'opted_out', 3]),
    null,
  ],
  [
    'what was tried in vain is no way',
    { sms },
    missed(['sms', 'carrier_blocked', 3]),
    planned(3, ['email', 'no_address', 3], ['voice', 'opted_out', 3]),
    null,
  ],
  [
    'who shares a number is reached by it',
    { sms },
    missed(['sms', 'unreachable', 3]),
    planned(3, ['voice', 'duplicate', 2], ['email', 'no_address', 2]),
    'voice',
  ],
])('%s', (_, content, reach, plan, way) => {
  expect(bestWay({ content }, reach, plan)).toBe(way);
});

test('the words are those of the message, by another channel too', () => {
  const words = sameWords(newDraft(), { sms }, ['voice']);
  expect(words).toMatchObject({ channels: ['voice'], voice: 'Closed' });
});
