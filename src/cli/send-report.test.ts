import { expect, test } from 'vitest';
import type { Plan, PlanLookups } from '../contract/plan.ts';
import { terminalReport } from './send-report.ts';

const lookups: PlanLookups = {
  unknown: 3,
  answered: 0,
  unanswered: 0,
  provider: 'Carrier',
  price: { amount: 0.005, currency: 'USD' },
  cost: { amount: 0.015, currency: 'USD' },
  leftToday: 500,
  whenSent: false,
};
const plan: Plan = {
  isEstimate: false,
  appointments: 3,
  people: 3,
  reached: 3,
  wantsCount: false,
  copyMode: 'person',
  speaksOfAppointment: false,
  deliveries: { sms: 3, email: 0, voice: 0 },
  smsSegments: null,
  fallbacks: [],
  callOnly: null,
  cost: null,
  files: [],
  excluded: [],
  quietWait: null,
  warnings: { wrongDay: null, oddHour: null, firstToMany: false },
  exclusions: [],
};

function lines(callOnly: Plan['callOnly']): string[] {
  return linesOf({ ...plan, callOnly });
}

function linesOf(planned: Plan): string[] {
  let text = '';
  const report = terminalReport((more) => {
    text += more;
  });
  report.planned(planned, 'America/New_York');
  return text.trimEnd().split('\n').slice(1);
}

test('says how many calls may follow, what look-ups would cost, and who is paid', () => {
  expect(lines({ upTo: 3, lookups })).toEqual([
    '  up to 3 more calls if the text cannot reach a number',
    '  3 may be landlines or mobiles: an owner may have them looked up, for about 0.0150 USD, paid to Carrier',
  ]);
  const some = {
    ...lookups,
    leftToday: 2,
    cost: { amount: 0.01, currency: 'USD' },
    whenSent: true,
  };
  expect(lines({ upTo: 1, lookups: some })).toEqual([
    '  up to 1 more call if the text cannot reach a number',
    '  3 may be landlines or mobiles: looked up when it is sent, 2 of them today, for about 0.0100 USD, paid to Carrier',
  ]);
});

test('says what is unusual about it', () => {
  const warnings = {
    wrongDay: { words: ['tomorrow'], people: 12, of: 38 },
    oddHour: { count: 4, of: 38, time: '02:30' },
    firstToMany: true,
  };
  expect(linesOf({ ...plan, reached: 38, warnings })).toEqual([
    '  it says “tomorrow”, but 12 of 38 have their appointment on another day',
    '  4 of 38 texts and calls go out at an odd hour: 02:30 for most of these',
    '  the first message of this account to so many: 38 people',
  ]);
});

test('says what was looked up, and what could not be', () => {
  const known = { ...lookups, unknown: 0, answered: 2, unanswered: 1 };
  expect(lines({ upTo: 0, lookups: known })).toEqual([
    '  2 looked up',
    '  not looked up, so that a text is tried first: 1',
  ]);
  expect(lines({ upTo: 0, lookups: null })).toEqual([]);
  expect(lines(null)).toEqual([]);
});
