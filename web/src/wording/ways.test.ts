import { expect, it } from 'vitest';
import { silenceInWords, waysInWords } from './ways.ts';

it('says what is tried where a message does not reach somebody', () => {
  const fallback = [
    { from: 'sms', to: 'voice', silenceMinutes: 60 } as const,
    { from: 'voice', to: 'email', silenceMinutes: null } as const,
  ];
  expect(
    waysInWords({ fallback, redial: { times: 3, minutes: 10 }, callOnlyWithoutSms: false }),
  ).toEqual([
    'If the text does not reach them, or there is no word of it for 1 hour: a call.',
    'If the call does not reach them: an email.',
    'If nobody answers: call again up to 3 times, 10 minutes apart.',
  ]);
  expect(
    waysInWords({ fallback: [], redial: { times: 1, minutes: 60 }, callOnlyWithoutSms: true }),
  ).toEqual([
    'A call goes only to numbers that a text cannot reach.',
    'If nobody answers: call again once, 1 hour later.',
  ]);
  expect(waysInWords({ fallback: [], redial: null, callOnlyWithoutSms: false })).toEqual([]);
});

it('offers silences in minutes or hours', () => {
  expect([null, 1, 30, 240].map(silenceInWords)).toEqual([
    'Once it has failed',
    'Failed, or no word for 1 minute',
    'Failed, or no word for 30 minutes',
    'Failed, or no word for 4 hours',
  ]);
});
