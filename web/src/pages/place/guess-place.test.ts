import { describe, expect, test } from 'vitest';
import { guessPlace } from './guess-place.ts';
import { isClockOf } from './is-clock-of.ts';

const countries = [
  { country: 'DE', timeZones: ['Europe/Berlin', 'Europe/Busingen'] },
  { country: 'GB', timeZones: ['Europe/London'] },
  { country: 'US', timeZones: ['America/New_York', 'America/Chicago'] },
];

describe('where a business is, by its browser', () => {
  test.each([
    ['America/Chicago', 'US', { country: 'US', timeZone: 'America/Chicago' }],
    // Somebody in Berlin who reads American English.
    ['Europe/Berlin', 'US', { country: 'DE', timeZone: 'Europe/Berlin' }],
    ['Europe/Berlin', '', { country: 'DE', timeZone: 'Europe/Berlin' }],
    // A browser that keeps its place to itself.
    ['UTC', 'US', { country: 'US', timeZone: '' }],
    ['UTC', 'GB', { country: 'GB', timeZone: 'Europe/London' }],
    ['UTC', '', { country: '', timeZone: '' }],
  ])('%s and the language of %s', (timeZone, region, place) => {
    expect(guessPlace({ timeZone, region }, countries)).toEqual(place);
  });
});

describe('whether a clock is one of a country', () => {
  test.each([
    ['Europe/Berlin', ['Europe/Berlin'], true],
    // The same place by its name of today and of before.
    ['Asia/Kolkata', ['Asia/Calcutta'], true],
    ['Europe/Paris', ['Europe/Berlin'], true],
    ['UTC', ['America/New_York', 'America/Chicago'], false],
    // The same in winter only.
    ['UTC', ['Europe/London'], false],
    ['America/Phoenix', ['America/Denver'], false],
  ])('%s in %j: %s', (zone, zones, is) => {
    expect(isClockOf(zone, zones, 2026)).toBe(is);
  });
});
