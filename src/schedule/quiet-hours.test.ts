import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetween, wallClock } from '../../test/support/wall-clock.ts';
import { QuietHours } from './quiet-hours.ts';

const MINUTE = 60_000;
const NIGHT = { from: '21:00', until: '08:00' };
const CHICAGO = ['America/Chicago'];
const NEW_YORK = ['America/New_York'];

function until(zones: readonly string[], at: string, window = NIGHT): string | null {
  const found = new QuietHours(window, 'America/New_York').quietUntil(zones, new Date(at));
  return found?.toISOString().replace(':00.000Z', 'Z') ?? null;
}

/** Minutes since midnight as in 21:00. */
function wall(minutes: number): string {
  return new Date(minutes * MINUTE).toISOString().slice(11, 16);
}

function shows(zone: string, at: number, window: typeof NIGHT): boolean {
  return isBetween(wallClock(zone, at), window);
}

describe('quiet hours', () => {
  it.each([
    ['the minute before nine', '2027-03-09T02:59Z', null],
    ['from nine on', '2027-03-09T03:00Z', '2027-03-09T14:00Z'],
    ['after midnight', '2027-03-09T09:00Z', '2027-03-09T14:00Z'],
    ['at eight it is over', '2027-03-09T14:00Z', null],
  ])('go over midnight: %s', (_, at, expected) => {
    expect(until(CHICAGO, at)).toBe(expected);
  });

  it.each([
    ['before it', '2027-03-09T17:59Z', null],
    ['in it', '2027-03-09T18:30Z', '2027-03-09T19:00Z'],
  ])('may lie within a day, as a lunch does: %s', (_, at, expected) => {
    expect(until(CHICAGO, at, { from: '12:00', until: '13:00' })).toBe(expected);
  });

  it.each([
    ['a night that is an hour short', NIGHT, '2027-03-14T04:00Z', '2027-03-14T12:00Z'],
    ['a night that is an hour long', NIGHT, '2027-11-07T04:00Z', '2027-11-07T13:00Z'],
    [
      'an end that is skipped',
      { from: '22:00', until: '02:30' },
      '2027-03-14T06:59Z',
      '2027-03-14T07:00Z',
    ],
    [
      'a beginning that is skipped',
      { from: '02:30', until: '06:00' },
      '2027-03-14T07:00Z',
      '2027-03-14T10:00Z',
    ],
    [
      'an end that comes twice: the first',
      { from: '22:00', until: '01:30' },
      '2027-11-07T05:00Z',
      '2027-11-07T05:30Z',
    ],
    ['between the two, permitted', { from: '22:00', until: '01:30' }, '2027-11-07T05:59Z', null],
    [
      'an end that comes twice: the second',
      { from: '22:00', until: '01:30' },
      '2027-11-07T06:00Z',
      '2027-11-07T06:30Z',
    ],
  ])('follow the clocks when they are changed: %s', (_, window, at, expected) => {
    expect(until(NEW_YORK, at, window)).toBe(expected);
  });

  it.each([
    ['a change of half an hour', 'Australia/Lord_Howe', '2027-10-02T15:00Z', '2027-10-02T21:00Z'],
    ['three quarters past the hour', 'Asia/Kathmandu', '2027-05-05T15:15Z', '2027-05-06T02:15Z'],
    ['a day that was skipped', 'Pacific/Apia', '2011-12-30T08:00Z', '2011-12-30T18:00Z'],
  ])('hold in every zone: %s', (_, zone, at, expected) => {
    expect(until([zone], at)).toBe(expected);
  });

  it('wait for an hour that is permitted in each zone', () => {
    const zones = ['America/New_York', 'Pacific/Honolulu'];
    expect(until(zones, '2027-03-09T14:00Z')).toBe('2027-03-09T18:00Z');
    expect(until(zones, '2027-03-09T18:00Z')).toBe(null);
    expect(until(zones, '2027-03-10T01:59Z')).toBe(null);
    expect(until(zones, '2027-03-10T02:00Z')).toBe('2027-03-10T18:00Z');
  });

  it('go by the first zone where no hour is permitted in each', () => {
    const apart = ['America/New_York', 'Asia/Shanghai'];
    const window = { from: '20:00', until: '09:00' };
    expect(until(apart, '2027-03-09T06:00Z', window)).toBe('2027-03-09T14:00Z');
    expect(until(apart, '2027-03-09T15:00Z', window)).toBe(null);
  });

  it('go by the account’s zone where none is known to this machine', () => {
    expect(until(['Atlantis/Capital'], '2027-03-09T04:00Z')).toBe('2027-03-09T13:00Z');
    expect(until(['Atlantis/Capital', ...CHICAGO], '2027-03-09T13:30Z')).toBe('2027-03-09T14:00Z');
  });

  it('say the same whether they were asked before or not, in whatever order', () => {
    const quiet = new QuietHours(NIGHT, 'America/New_York');
    const moment = fc.integer({ min: Date.UTC(2027, 9, 25), max: Date.UTC(2027, 10, 10) });
    const zones = fc.subarray(
      ['Europe/Lisbon', 'Atlantic/Azores', 'America/St_Johns', 'Africa/Cairo'],
      { minLength: 1 },
    );
    const asked = fc.array(fc.record({ zones, at: moment }), { minLength: 1 });
    fc.assert(
      fc.property(asked, (questions) => {
        for (const { zones, at } of questions) {
          const fresh = new QuietHours(NIGHT, 'America/New_York');
          const date = new Date(at);
          expect(quiet.quietUntil(zones, date)).toEqual(fresh.quietUntil(zones, date));
        }
      }),
    );
  });

  it('end at the first instant that is permitted in each zone, by another calendar’s word', () => {
    const minute = fc.integer({ min: Date.UTC(2027, 0) / MINUTE, max: Date.UTC(2028, 0) / MINUTE });
    const begin = fc.nat(24 * 60 - 1);
    // The zones lie 2.5 hours apart: what is left of the day has an hour for all of them.
    const length = fc.integer({ min: 1, max: 18 * 60 });
    const zones = fc.subarray(['America/New_York', 'America/Chicago', 'America/St_Johns'], {
      minLength: 1,
    });
    fc.assert(
      fc.property(zones, minute, begin, length, (zones, minute, begin, length) => {
        const window = { from: wall(begin), until: wall(begin + length) };
        const at = minute * MINUTE;
        const found = new QuietHours(window, 'Etc/UTC').quietUntil(zones, new Date(at));
        const isPermitted = (instant: number) =>
          !zones.some((zone) => shows(zone, instant, window));
        expect(isPermitted(at)).toBe(found === null);
        if (found === null) return;
        expect(isPermitted(found.getTime())).toBe(true);
        expect(isPermitted(found.getTime() - MINUTE)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('are asked for thousands a second at no cost', () => {
    const quiet = new QuietHours(NIGHT, 'America/New_York');
    const zones = Intl.supportedValuesOf('timeZone').slice(0, 100);
    const at = new Date('2027-03-09T04:00Z');
    for (const zone of zones) quiet.quietUntil([zone, 'America/New_York'], at);
    const begun = performance.now();
    for (let i = 0; i < 60_000; i++) {
      quiet.quietUntil([zones[i % 100] ?? '', 'America/New_York'], new Date(at.getTime() + i));
    }
    // 60,000 in less than half a second: of a second in which 6,000 are sent, less than a twentieth.
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
