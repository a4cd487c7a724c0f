import { describe, expect, it } from 'vitest';
import { zonesOfAreaCode } from './area-codes.ts';
import { zonesOfNumber } from './number-zones.ts';

const home = 'America/New_York';

describe('zonesOfNumber', () => {
  it.each([
    ['London', '+442079460018', ['Europe/London']],
    ['Chicago', '+13125550123', ['America/Chicago']],
    ['Idaho, which has two', '+12085550123', ['America/Boise', 'America/Los_Angeles']],
    ['Honolulu', '+18085550123', ['Pacific/Honolulu']],
    ['Newfoundland and Labrador', '+17095550123', ['America/St_Johns', 'America/Goose_Bay']],
    ['Jamaica, which shares +1', '+18765550123', ['America/Jamaica']],
    ['Kathmandu', '+97714221234', ['Asia/Katmandu']],
  ])('knows %s', (_, number, zones) => {
    expect(zonesOfNumber(number, home)).toEqual(zones);
  });

  it.each([
    ['Russia', '+79161234567', 'Europe/Moscow', 'Asia/Vladivostok'],
    ['Kazakhstan, which shares +7', '+77011234567', 'Asia/Almaty', 'Asia/Aqtau'],
    ['Australia', '+61412345678', 'Australia/Sydney', 'Australia/Perth'],
    ['Brazil', '+5511912345678', 'America/Sao_Paulo', 'America/Manaus'],
  ])('allows all of %s, and begins with where most live', (_, number, first, another) => {
    const zones = zonesOfNumber(number, home);
    expect(zones[0]).toBe(first);
    expect(zones).toContain(another);
  });

  it('begins with the account’s own zone where the number allows it', () => {
    expect(zonesOfNumber('+61412345678', 'Australia/Perth')[0]).toBe('Australia/Perth');
    expect(zonesOfNumber('+15415550123', 'America/Boise')).toEqual([
      'America/Boise',
      'America/Los_Angeles',
    ]);
    expect(zonesOfNumber('+61412345678', home)).not.toContain(home);
  });

  it.each([
    ['a number of no country', '+80012345678'],
    ['no number', '12'],
  ])('goes by the account’s zone for %s', (_, number) => {
    expect(zonesOfNumber(number, home)).toEqual([home]);
  });
});

describe('zonesOfAreaCode', () => {
  it('has each code once, and only zones that there are', () => {
    const known = new Set(Intl.supportedValuesOf('timeZone'));
    expect(zonesOfAreaCode.size).toBeGreaterThan(380);
    for (const [code, zones] of zonesOfAreaCode) {
      expect(code).toMatch(/^[2-9]\d\d$/);
      expect(zones.filter((zone) => !known.has(zone))).toEqual([]);
    }
  });
});
