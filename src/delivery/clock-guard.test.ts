import { expect, it } from 'vitest';
import { ClockGuard } from './clock-guard.ts';
import { describeOffset } from './clock-offset.ts';

const MINUTE = 60_000;

function guarded() {
  let time = 0;
  let offset = 0;
  let asked = 0;
  const logged: string[] = [];
  const clock = {
    now: () => new Date(time + offset),
    monotonic: () => time,
    timer: () => () => undefined,
  };
  const note = (_fields: object, message: string) => void logged.push(message);
  const log = { info: note, warn: note, error: note };
  const guard = new ClockGuard(clock, log, async () => {
    asked += 1;
    return describeOffset(offset);
  });
  return {
    guard,
    logged,
    asked: () => asked,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    set: (milliseconds: number) => {
      offset = milliseconds;
    },
  };
}

it('asks before the first work and once a minute', async () => {
  const { guard, asked, pass } = guarded();
  for (let half = 0; half < 4; half += 1) {
    expect(await guard.forbids()).toBe(false);
    pass(MINUTE / 2);
  }
  expect(asked()).toBe(2);
});

it('forbids at once when the clock was set, says it each minute, and allows again', async () => {
  const { guard, logged, pass, set } = guarded();
  await guard.forbids();
  pass(500);
  set(-2_001);
  expect(await guard.forbids()).toBe(true);
  expect(await guard.forbids()).toBe(true);
  expect(logged).toEqual([expect.stringMatching(/2\.0 seconds behind.*NTP/)]);
  pass(MINUTE);
  expect(await guard.forbids()).toBe(true);
  expect(logged).toHaveLength(2);
  set(0);
  expect(await guard.forbids()).toBe(false);
});

it('allows two seconds either way', () => {
  expect([describeOffset(2_000), describeOffset(-2_000)]).toEqual([null, null]);
  expect(describeOffset(3_600_000)).toMatch(/^The clock .* 3600\.0 seconds ahead of/);
});
