import { describe, expect, it } from 'vitest';
import { contentOf, type SendOptions, timingOf } from './send-options.ts';

const options: SendOptions = { calendar: 'clinic.ics', from: '2027-03-08', to: '2027-03-08' };
const home = 'America/New_York';

describe('contentOf', () => {
  const sender = { fromName: 'Hill Street', replyTo: 'answers@example.com' };

  it('puts the sender beside the email', () => {
    const written = { ...options, emailSubject: 'Closed', email: 'We are closed.' };
    expect(contentOf({ ...written, ...sender })).toEqual({
      email: { subject: 'Closed', text: 'We are closed.', ...sender },
    });
    expect(contentOf(written)).toEqual({ email: { subject: 'Closed', text: 'We are closed.' } });
  });

  it.each([{ replyTo: 'a@example.com' }, { fromName: 'A' }])('asks for the email of %j', (said) => {
    expect(contentOf({ ...options, sms: 'Closed', ...said })).toHaveProperty('problem');
  });
});

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
