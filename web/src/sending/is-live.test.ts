import { expect, test } from 'vitest';
import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { isLive } from './is-live.ts';

const finishedAt = '2026-03-08T09:00:00Z';
const counts = {
  waiting: 0,
  sending: 0,
  with_carrier: 0,
  delivered: 3,
  not_delivered: 0,
  not_sure: 0,
  left_out: 0,
  taken_back: 0,
};
const sent: Broadcast = {
  id: 'b',
  title: 'Closed',
  state: 'sent',
  pausedAt: null,
  pauseReason: null,
  pauseDetail: null,
  perMinute: null,
  waitsFor: null,
  folder: 'other',
  copyMode: 'person',
  content: { sms: { text: 'Closed' } },
  follows: null,
  replacedBy: null,
  fallback: [],
  redial: null,
  callOnlyWithoutSms: false,
  resolve: 'frozen',
  sendAt: finishedAt,
  sendLater: null,
  undoUntil: null,
  expiresAt: finishedAt,
  validMinutes: 720,
  quietWait: null,
  quietOverrideBy: null,
  createdAt: finishedAt,
  createdBy: 'Sam',
  finishedAt,
  total: 3,
  counts,
  replied: 0,
  keys: { confirm: 0, call_back: 0, opt_out: 0 },
  byChannel: [],
};

test('a line is kept open only for what may still move', () => {
  const soon = Date.parse('2026-03-08T09:01:00Z');
  const late = Date.parse('2026-03-08T10:00:00Z');
  const reported = { ...counts, delivered: 2, with_carrier: 1 };
  expect(isLive({ ...sent, state: 'sending', finishedAt: null }, late)).toBe(true);
  expect(isLive(sent, soon)).toBe(false);
  expect(isLive({ ...sent, counts: reported }, soon)).toBe(true);
  expect(isLive({ ...sent, counts: reported }, late)).toBe(false);
});

test('what is taken back is followed until all of it is closed', () => {
  const now = Date.parse(finishedAt);
  const taken = { ...sent, state: 'canceled' as const };
  const closing = { ...counts, delivered: 2, waiting: 1 };
  expect(isLive({ ...taken, finishedAt: null, counts: closing }, now)).toBe(true);
  expect(isLive({ ...taken, counts: { ...closing, waiting: 0, taken_back: 1 } }, now)).toBe(false);
});

test('for a while after the last call has ended, somebody may press a key', () => {
  const called = { ...sent, content: { voice: { text: 'Press 1', keys: { confirm: '1' } } } };
  expect(isLive(called, Date.parse('2026-03-08T09:01:00Z'))).toBe(true);
  expect(isLive(called, Date.parse('2026-03-08T10:00:00Z'))).toBe(false);
  expect(isLive(sent, Date.parse('2026-03-08T09:01:00Z'))).toBe(false);
});
