import { describe, expect, it } from 'vitest';
import { addDays, dayIn, dayInWords } from './day.ts';

describe('days', () => {
  it('are those of the zone', () => {
    const at = Date.parse('2026-03-08T03:30:00Z');
    expect([dayIn('America/New_York', at), dayIn('Asia/Tokyo', at)]).toEqual([
      '2026-03-07',
      '2026-03-08',
    ]);
  });

  it('are counted without regard to hours that clocks skip', () => {
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('are said near today, and with their year where that is another', () => {
    expect(dayInWords('2026-03-08', '2026-03-08')).toMatch(/^Today, Sun/);
    expect(dayInWords('2026-03-09', '2026-03-08')).toMatch(/^Tomorrow, Mon/);
    expect(dayInWords('2026-03-10', '2026-03-08')).not.toMatch(/2026/);
    expect(dayInWords('2027-01-04', '2026-12-31')).toMatch(/2027/);
  });
});
