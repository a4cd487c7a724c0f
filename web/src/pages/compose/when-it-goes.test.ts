import { expect, it } from 'vitest';
import { whenItGoes } from './when-it-goes.ts';

const zone = 'America/New_York';
const now = { later: null, isLoud: false };
const tonight = { date: '2027-03-10', time: '21:30', zone };
const deliveries = { sms: 34, email: 12, voice: 4 };
const eight = '2027-03-11T13:00:00.000Z';
const quietWait = {
  count: 5,
  earliest: eight,
  latest: eight,
  expiring: 0,
  deliveries: { sms: 4, email: 0, voice: 1 },
};

/** What stands before AM is a narrow space in some versions of the data. */
function said(...asked: Parameters<typeof whenItGoes>) {
  return whenItGoes(...asked).map((sentence) => sentence.replaceAll('\u202f', ' '));
}

it('says one time where all goes at once', () => {
  const free = { deliveries, quietWait: null };
  expect(said(free, now, zone)).toEqual(['Now, with 10 seconds to take it back']);
  expect(said(free, { ...now, later: tonight }, zone)).toEqual([
    'On Wed, March 10, 2027 at 9:30 PM (America/New York)',
  ]);
});

it('says what goes now and what after quiet hours, by a clock that is named', () => {
  expect(said({ deliveries, quietWait }, now, zone)).toEqual([
    'Now: 30 texts, 12 emails and 3 calls, with 10 seconds to take them back.',
    'After quiet hours, Thu, Mar 11, 8:00 AM (America/New York): 4 texts and 1 call.',
  ]);
  const latest = '2027-03-11T16:00:00.000Z';
  expect(said({ deliveries, quietWait: { ...quietWait, latest, expiring: 2 } }, now, zone)).toEqual(
    [
      'Now: 30 texts, 12 emails and 3 calls, with 10 seconds to take them back.',
      'After quiet hours, from Thu, Mar 11, 8:00 AM to Thu, Mar 11, 11:00 AM (America/New York), as they end for each recipient: 4 texts and 1 call.',
      '2 of them will not go out: the message is over by then.',
    ],
  );
});

it('does not say now, or a time that was asked for, where nothing goes out then', () => {
  const all = { deliveries: { sms: 4, email: 0, voice: 1 }, quietWait };
  const after = 'After quiet hours, Thu, Mar 11, 8:00 AM (America/New York): 4 texts and 1 call.';
  expect(said(all, now, zone)).toEqual(['Nothing goes out now.', after]);
  expect(said(all, { ...now, later: tonight }, zone)).toEqual([
    'Nothing goes out on Wed, March 10, 2027 at 9:30 PM (America/New York).',
    after,
  ]);
});

it('says what goes at the time that was asked for, and what later', () => {
  expect(said({ deliveries, quietWait }, { ...now, later: tonight }, zone)[0]).toBe(
    'On Wed, March 10, 2027 at 9:30 PM (America/New York): 30 texts, 12 emails and 3 calls.',
  );
});

it('says now where quiet hours are set aside', () => {
  expect(said({ deliveries, quietWait }, { ...now, isLoud: true }, zone)).toEqual([
    'Now, with 10 seconds to take it back',
  ]);
});
