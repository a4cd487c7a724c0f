import { expect, it } from 'vitest';
import { type Done, nextStep } from './tour-step.ts';

const nothing: Done = {
  hasTicked: false,
  isComposing: false,
  hasSent: false,
  hasArrived: false,
  hasAnswered: false,
};

it.each([
  [{}, 'tick'],
  [{ hasTicked: true }, 'compose'],
  [{ hasTicked: true, isComposing: true }, 'write'],
  // Compose was opened without a tick: whom it is for is asked there.
  [{ isComposing: true }, 'write'],
  // Sending takes the ticks away.
  [{ hasSent: true }, 'watch'],
  [{ hasSent: true, hasArrived: true }, 'answer'],
  // Whoever composes the next one already is not held up.
  [{ hasSent: true, hasArrived: true, isComposing: true }, 'answer'],
  [{ hasSent: true, hasArrived: true, hasAnswered: true }, null],
] as const)('after %j comes %s', (done, step) => {
  expect(nextStep({ ...nothing, ...done })).toBe(step);
});
