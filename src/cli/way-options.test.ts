import { expect, it } from 'vitest';
import { addFallback, readRedial } from './way-options.ts';

it('reads which way stands in for which, and after what silence', () => {
  const call = { from: 'sms', to: 'voice', silenceMinutes: null } as const;
  expect(addFallback('sms:call')).toEqual([call]);
  const email = { from: 'voice', to: 'email', silenceMinutes: 30 };
  expect(addFallback('call:email:30', [call])).toEqual([call, email]);
  for (const text of ['sms', 'sms:', 'sms:fax', 'sms:email:', 'sms:email:x', 'sms:email:5:6']) {
    expect(addFallback(text)).toBeNull();
  }
});

it('reads how often to call again', () => {
  expect(readRedial('3x10')).toEqual({ times: 3, minutes: 10 });
  for (const text of ['3', 'x10', '3x', '3 x 10', '-3x10']) expect(readRedial(text)).toBeNull();
});
