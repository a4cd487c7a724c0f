import { expect, test } from 'vitest';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { newDraft } from '../compose/draft.ts';
import { bestWay, sameWords, type WayPlans } from './other-ways.ts';

const sms = { text: 'Closed' };
const people: Reach['people'] = {
  reached: 0,
  under_way: 0,
  not_sure: 0,
  reached_later: 0,
  under_way_later: 0,
  not_reached: 3,
};
const missed = (
  ...parts: readonly [Channel, Reach['missed'][number]['reason'], number][]
): Reach => ({
  people,
  missed: parts.map(([channel, reason, count]) => ({ channel, reason, count })),
});

type Excluded = NonNullable<WayPlans[Channel]>['excluded'];
const landlines: Excluded = [{ channel: 'sms', reason: 'not_sms_capable', count: 3 }];
const byPlan = (sms: number, email: number, voice: number, excluded: Excluded = []): WayPlans => ({
  sms: { reached: sms, excluded },
  email: { reached: email, excluded: [] },
  voice: { reached: voice, excluded: [] },
});
const email = { subject: 'C', text: 'C' };

test.each<[string, Content, Reach, WayPlans, Channel | null]>([
  [
    'landlines are called',
    { sms },
    missed(['sms', 'not_sms_capable', 3]),
    byPlan(0, 0, 3, landlines),
    'voice',
  ],
  [
    'the way that reaches the most is taken',
    { sms },
    missed(['sms', 'unreachable', 3]),
    byPlan(3, 2, 1),
    'email',
  ],
  [
    'who has no mailbox is called',
    { sms },
    missed(['sms', 'no_address', 2]),
    byPlan(0, 0, 2),
    'voice',
  ],
  [
    'a full mailbox is texted',
    { email },
    missed(['email', 'mailbox_full', 1]),
    byPlan(1, 1, 1),
    'sms',
  ],
  [
    'what failed for now is tried again',
    { sms },
    missed(['sms', 'provider_down', 3]),
    byPlan(3, 3, 3),
    'sms',
  ],
  [
    'whom the plan leaves out itself is not taken away twice',
    { sms },
    missed(['sms', 'not_sms_capable', 3]),
    byPlan(2, 1, 1, landlines),
    'sms',
  ],
  ['nobody can be reached', { sms }, missed(['sms', 'opted_out', 3]), byPlan(0, 0, 0), null],
  [
    'what was tried in vain is no way',
    { sms },
    missed(['sms', 'carrier_blocked', 3]),
    byPlan(3, 0, 0),
    null,
  ],
])('%s', (_, content, reach, plans, way) => {
  expect(bestWay({ content }, reach, plans)).toBe(way);
});

test('the words are those of the message, by another channel too', () => {
  const words = sameWords(newDraft(), { sms }, ['voice']);
  expect(words).toMatchObject({ channels: ['voice'], voice: 'Closed' });
});
