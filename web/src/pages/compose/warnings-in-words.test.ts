import { describe, expect, it } from 'vitest';
import { warningsInWords } from './warnings-in-words.ts';

const none = { wrongDay: null, oddHour: null, firstToMany: false };

function said(warnings: Partial<Parameters<typeof warningsInWords>[0]['warnings']>, reached = 38) {
  return warningsInWords({ warnings: { ...none, ...warnings }, reached });
}

describe('warningsInWords', () => {
  it('says nothing where nothing is unusual', () => {
    expect(said({})).toEqual([]);
  });

  it('says how many have their appointment on another day', () => {
    const wrongDay = { words: ['tomorrow'], people: 12, of: 38 };
    expect(said({ wrongDay })).toEqual([
      'It says “tomorrow”, but 12 of 38 have their appointment on another day.',
    ]);
    expect(said({ wrongDay: { words: ['today', 'Monday'], people: 1, of: 2 } })).toEqual([
      'It says “today” and “Monday”, but 1 of 2 has their appointment on another day.',
    ]);
    expect(said({ wrongDay: { ...wrongDay, people: 38 } })).toEqual([
      'It says “tomorrow”, but all 38 have their appointment on another day.',
    ]);
    expect(said({ wrongDay: { ...wrongDay, people: 1, of: 1 } })).toEqual([
      'It says “tomorrow”, but the appointment is on another day.',
    ]);
  });

  it('says which hour it is there', () => {
    expect(said({ oddHour: { count: 2, of: 3, time: '02:30' } })).toEqual([
      expect.stringMatching(/^2 of 3 go out at an odd hour: for most of them it is 2:30.AM\.$/),
    ]);
  });

  it('says that it is the first to so many', () => {
    expect(said({ firstToMany: true }, 1212)).toEqual([
      'This is the first message of this account to so many: 1,212 people.',
    ]);
  });
});
