import { expect, test } from 'vitest';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { Reach } from '../../../../src/contract/reach.ts';
import { newDraft } from '../compose/draft.ts';
import { otherWays, sameWords } from './other-ways.ts';

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

test.each<[string, Content, Reach, Channel[]]>([
  ['landlines are called', { sms }, missed(['sms', 'not_sms_capable', 3]), ['voice']],
  [
    'who cannot be texted nor called is written to',
    { sms, voice: { text: 'Closed' } },
    missed(['sms', 'not_sms_capable', 3], ['voice', 'invalid_address', 2]),
    ['email'],
  ],
  [
    'a full mailbox is texted',
    { email: { subject: 'C', text: 'C' } },
    missed(['email', 'mailbox_full', 1]),
    ['sms'],
  ],
  [
    'what failed for now is tried again',
    { sms },
    missed(['sms', 'provider_down', 5], ['sms', 'not_sms_capable', 1]),
    ['sms'],
  ],
  ['where nobody says why, it goes as before', { sms }, missed(), ['sms']],
])('%s', (_, content, reach, ways) => {
  expect(otherWays({ content }, reach)).toEqual(ways);
});

test('the words are those of the message, by another channel too', () => {
  const words = sameWords(newDraft(), { sms }, ['voice']);
  expect(words).toMatchObject({ channels: ['voice'], voice: 'Closed' });
});
