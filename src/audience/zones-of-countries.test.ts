import { expect, test } from 'vitest';
import { zonesOfCountries } from './zones-of-countries.ts';

const zones = new Map(zonesOfCountries().map(({ country, timeZones }) => [country, timeZones]));

test('a country has its zones, by the names of today and of before', () => {
  expect(zones.get('DE')).toContain('Europe/Berlin');
  expect(zones.get('US')).toEqual(
    expect.arrayContaining([
      'America/New_York',
      'Pacific/Honolulu',
      'America/Indiana/Indianapolis',
    ]),
  );
  expect(zones.get('IN')).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Asia/Calcutta']));
  expect(zones.get('UA')).toContain('Europe/Kyiv');
});

test('nobody lives by UTC, and no zone is in two countries', () => {
  const all = [...zones.values()].flat();
  expect(all).not.toContain('UTC');
  expect(new Set(all).size).toBe(all.length);
});
