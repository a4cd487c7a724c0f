import { describe, expect, it } from 'vitest';
import { type SendOptions, timingOf } from './send-options.ts';

const options: SendOptions = { calendar: 'clinic.ics', from: '2027-03-08', to: '2027-03-08' };
const home = 'America/New_York';

describe('timingOf', () => {
  it.each<[string, Partial<SendOptions>, object]>([
    ['nothing said', {}, {}],
    [
      'a time with a space, in the account’s zone',
      { at: ' 2027-03-08  09:00' },
      { sendLater: { wall: '2027-03-08T09:00', zone: home } },
    ],
    [
      'each recipient’s own time',
      { at: '2027-03-08T09:00', zone: 'recipient' },
      { sendLater: { wall: '2027-03-08T09:00', zone: 'recipient' } },
    ],
    ['a zone without a time', { zone: 'Europe/London' }, {}],
    [
      'how long, and at night too',
      { validFor: 90, ignoreQuietHours: true },
      { validMinutes: 90, ignoreQuietHours: true },
    ],
  ])('reads %s', (_, said, timing) => {
    expect(timingOf({ ...options, ...said }, home)).toEqual(timing);
  });
});
