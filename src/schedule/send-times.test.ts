import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../test/support/in-english.ts';
import { personSendTime, resolveSendTimes } from './send-times.ts';

const now = new Date('2026-01-01T00:00:00Z');
const home = 'America/New_York';

describe('resolveSendTimes', () => {
  it('finds the instant of a wall clock', () => {
    const at = new Date('2026-07-01T13:30:00Z');
    const found = inEnglish(
      resolveSendTimes({ wall: '2026-07-01T09:30', zone: home }, [], home, now),
    );
    expect(found).toEqual({ earliest: at, latest: at });
  });

  it.each([
    ['2026-03-08T02:30', 'time_does_not_exist'],
    ['2026-11-01T01:30', 'time_exists_twice'],
    ['2026-02-30T09:00', 'invalid_time'],
    ['2025-12-31T18:00', 'time_is_past'],
  ])('asks again about %s: %s', (wall, problem) => {
    const found = inEnglish(resolveSendTimes({ wall, zone: home }, [], home, now));
    expect(found).toMatchObject({ problem, message: expect.any(String) });
  });

  it('takes the last moment before and the first after a gap', () => {
    for (const wall of ['2026-03-08T01:59', '2026-03-08T03:00']) {
      expect(resolveSendTimes({ wall, zone: home }, [], home, now)).toHaveProperty('earliest');
    }
  });

  it('spans the audience in each recipient’s own zone', () => {
    const audience = [[home], ['Europe/London'], ['Australia/Perth', 'Australia/Sydney']];
    const later = { wall: '2026-07-01T09:00', zone: 'recipient' } as const;
    expect(resolveSendTimes(later, audience, home, now)).toEqual({
      earliest: new Date('2026-06-30T23:00Z'),
      latest: new Date('2026-07-01T13:00Z'),
    });
  });

  it.each([
    ['is skipped for', '2026-03-29T01:30', 'time_does_not_exist', 'Europe/London'],
    ['comes twice for', '2026-10-25T02:30', 'time_exists_twice', 'Europe/Paris'],
    ['has passed for', '2026-01-01T08:00', 'time_is_past', 'Asia/Tokyo'],
  ])('asks about a time that %s somebody', (_, wall, problem, where) => {
    const audience = [[home], ['Europe/London'], ['Europe/Paris'], ['Asia/Tokyo']];
    const found = inEnglish(resolveSendTimes({ wall, zone: 'recipient' }, audience, home, now));
    expect(found).toMatchObject({ problem, message: expect.stringContaining(where) });
    expect(found).toMatchObject({ message: expect.not.stringContaining(home) });
  });

  it('does not ask about a zone that somebody is only perhaps in, where the account’s is another', () => {
    const audience = [['Europe/London', home]];
    const later = { wall: '2026-03-29T01:30', zone: 'recipient' } as const;
    expect(resolveSendTimes(later, audience, home, now)).toHaveProperty('earliest');
  });
});

describe('personSendTime', () => {
  it.each([
    ['in one zone', ['Europe/London'], '2026-07-01T08:00Z'],
    [
      'in several: once it has come in all',
      ['Australia/Sydney', 'Australia/Perth'],
      '2026-07-01T01:00Z',
    ],
    ['in several with the account’s: by it', ['Europe/London', home], '2026-07-01T13:00Z'],
  ])('shows for somebody %s', (_, zones, expected) => {
    expect(personSendTime('2026-07-01T09:00', zones, home)).toEqual(new Date(expected));
  });

  it('guesses where nobody can be asked any more', () => {
    expect(personSendTime('2026-03-29T01:30', ['Europe/London'], home)).toEqual(
      new Date('2026-03-29T01:30Z'),
    );
    expect(personSendTime('2026-02-30T09:00', ['Europe/London'], home)).toBe(null);
  });
});
