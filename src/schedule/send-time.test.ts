import { describe, expect, it } from 'vitest';
import { resolveSendTime } from './send-time.ts';

const now = new Date('2026-01-01T00:00:00Z');
const zone = 'America/New_York';

describe('resolveSendTime', () => {
  it('finds the instant of a wall clock', () => {
    const result = resolveSendTime({ wall: '2026-07-01T09:30', zone }, now);
    expect(result).toEqual({ instant: new Date('2026-07-01T13:30:00Z') });
  });

  it.each([
    ['2026-03-08T02:30', 'time_does_not_exist'],
    ['2026-11-01T01:30', 'time_exists_twice'],
    ['2026-02-30T09:00', 'invalid_time'],
    ['2025-12-31T18:00', 'time_is_past'],
  ])('asks again about %s: %s', (wall, code) => {
    expect(resolveSendTime({ wall, zone }, now)).toMatchObject({ problem: { code } });
  });

  it('takes the last moment before and the first after a gap', () => {
    expect(resolveSendTime({ wall: '2026-03-08T01:59', zone }, now)).toHaveProperty('instant');
    expect(resolveSendTime({ wall: '2026-03-08T03:00', zone }, now)).toHaveProperty('instant');
  });
});
