import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { sampleAppointment, sampleParticipant } from './sample-appointment.ts';
import {
  asAudience,
  emptySelection,
  isTicked,
  type Selection,
  sameFilter,
  tickedCount,
  tickedPeople,
  withTicks,
} from './selection.ts';

function appointment(id: string, ...phones: string[]): Appointment {
  const participants = phones.map((phone) =>
    sampleParticipant(`${id} ${phone}`, { name: 'Ana Ruiz', phone }),
  );
  return sampleAppointment(id, '2026-03-08', participants);
}

describe('single ticks', () => {
  it('count a person with two appointments once', () => {
    const ticked = withTicks(
      emptySelection,
      [appointment('a', '+1'), appointment('b', '+1')],
      true,
    );
    expect([tickedCount(ticked), tickedPeople(ticked)]).toEqual([2, 1]);
    expect(asAudience(ticked)).toEqual({ includeIds: ['a', 'b'] });
  });

  it('are taken back one by one', () => {
    const both = withTicks(emptySelection, [appointment('a'), appointment('b')], true);
    const one = withTicks(both, [appointment('a')], false);
    expect([isTicked(one, 'a'), isTicked(one, 'b')]).toEqual([false, true]);
  });
});

describe('all that match', () => {
  const filter = { from: '2026-03-08' };
  const all: Selection = { kind: 'all', filter, search: {}, matching: 128, excluded: new Set() };

  it('travel as their filter with the exceptions', () => {
    const less = withTicks(all, [appointment('a'), appointment('b')], false);
    const again = withTicks(less, [appointment('b')], true);
    expect(tickedCount(again)).toBe(127);
    expect(asAudience(again)).toEqual({ filter, excludeIds: ['a'] });
    expect(tickedPeople(again)).toBeNull();
  });

  it('know their own filter from another', () => {
    expect(sameFilter(filter, { from: '2026-03-08' })).toBe(true);
    expect(sameFilter(filter, { from: '2026-03-08', text: 'ana' })).toBe(false);
  });
});
