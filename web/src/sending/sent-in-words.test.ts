import { expect, it } from 'vitest';
import { NO_COUNTS } from '../../../src/contract/no-counts.ts';
import { sentInWords, takenBackInWords } from './sent-in-words.ts';

const sent = { messages: 3, scheduledFor: null };
const three = { state: 'sent' as const, total: 3, quietWait: null };
const said = (counts: Partial<typeof NO_COUNTS>, state: 'sent' | 'sending' = 'sent') =>
  sentInWords(sent, { ...three, state, counts: { ...NO_COUNTS, ...counts } });

it('says that it is on its way as long as anything is', () => {
  expect(sentInWords(sent, undefined)).toBe('Sent. 3 messages are on their way.');
  expect(said({ delivered: 2, with_carrier: 1 })).toBe('Sent. 3 messages are on their way.');
  // A fallback may still follow.
  expect(said({ delivered: 3 }, 'sending')).toBe('Sent. 3 messages are on their way.');
});

it('says at the end what became of it', () => {
  expect(said({ delivered: 3 })).toBe('All 3 messages were delivered.');
  expect(said({ delivered: 1, not_delivered: 2 })).toBe('1 of 3 messages was delivered.');
  expect(said({ delivered: 3, left_out: 2 })).toBe('3 of 5 messages were delivered, 2 left out.');
  const one = { ...three, total: 1 };
  expect(sentInWords(sent, { ...one, counts: { ...NO_COUNTS, delivered: 1 } })).toBe(
    'The message was delivered.',
  );
  expect(sentInWords(sent, { ...one, counts: { ...NO_COUNTS, not_delivered: 1 } })).toBe(
    'The message was not delivered.',
  );
});

it('says that nothing was sent only where that is so', () => {
  const taken = (counts: Partial<typeof NO_COUNTS>) =>
    takenBackInWords({ total: 3, counts: { ...NO_COUNTS, ...counts } });
  // As long as it is being closed, it is counted as waiting, and before it was written not at all.
  expect(taken({ waiting: 2, taken_back: 1 })).toBe('Taken back. Nothing was sent.');
  expect(taken({})).toBe('Taken back. Nothing was sent.');
  expect(taken({ taken_back: 2, delivered: 1 })).toBe(
    'The rest was taken back. 1 of 3 messages had gone out.',
  );
});
