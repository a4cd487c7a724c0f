import { expect, it } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { audienceOf, nameAudience } from './send-audience.ts';
import type { SendReport } from './send-report.ts';

const id = '0197a6f0-0000-7000-8000-000000000000';

it('is for those whom an earlier message did not reach, or who got it or may have', async () => {
  expect(await audienceOf({ unreachedOf: id })).toEqual({
    recipients: { broadcastId: id, outcomes: ['not_reached'] },
  });
  expect(await audienceOf({ reachedBy: id })).toEqual({
    recipients: { broadcastId: id, outcomes: ['reached', 'not_sure'] },
  });
});

it('is for everybody in saved groups, by whatever case their names are written in', async () => {
  const known = [
    { id: 'a', name: 'Old patients' },
    { id: 'b', name: 'Staff' },
  ];
  // Nothing else is asked of the API for it.
  const api = { get: async () => ({ items: known }) } as unknown as ApiClient;
  const named = await audienceOf({ group: ['staff', 'OLD patients'] });
  const report = {} as SendReport;
  expect(await nameAudience(api, named, undefined, report)).toEqual({
    groups: ['b', 'a'],
    people: [],
  });
  await expect(nameAudience(api, { groups: ['Cleaners'] }, undefined, report)).rejects.toThrow(
    'There is no group “Cleaners”. The groups: “Old patients”, “Staff”.',
  );
});

it.each([
  [{}, /^Say to whom/],
  [{ calendar: 'clinic.ics', unreachedOf: id }, /one of them/],
  [{ group: ['Staff'], unreachedOf: id }, /one of them/],
  [{ calendar: 'clinic.ics', from: '2027-03-08' }, /--from and --to/],
  [{ calendar: 'none.ics', from: '2027-03-08', to: '2027-03-08' }, /none\.ics cannot be read/],
])('of %j it says what is missing', async (options, said) => {
  await expect(audienceOf(options)).rejects.toThrow(said);
});
