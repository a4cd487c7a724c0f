import { expect, it } from 'vitest';
import { audienceOf } from './send-audience.ts';

const id = '0197a6f0-0000-7000-8000-000000000000';

it('is for those whom an earlier message did not reach, or who got it or may have', async () => {
  expect(await audienceOf({ unreachedOf: id })).toEqual({
    recipients: { broadcastId: id, outcomes: ['not_reached'] },
  });
  expect(await audienceOf({ reachedBy: id })).toEqual({
    recipients: { broadcastId: id, outcomes: ['reached', 'not_sure'] },
  });
});

it.each([
  [{}, /^Say to whom/],
  [{ calendar: 'clinic.ics', unreachedOf: id }, /one of them/],
  [{ calendar: 'clinic.ics', from: '2027-03-08' }, /--from and --to/],
  [{ calendar: 'none.ics', from: '2027-03-08', to: '2027-03-08' }, /none\.ics cannot be read/],
])('of %j it says what is missing', async (options, said) => {
  await expect(audienceOf(options)).rejects.toThrow(said);
});
