import { expect, it } from 'vitest';
import { practiceInWords } from './practice.ts';

it('says what stays on this machine and what is real', () => {
  expect(practiceInWords(['sms', 'email', 'voice'])).toBe(
    'Practice mode: nothing leaves this machine.',
  );
  expect(practiceInWords(['sms', 'voice'])).toBe(
    'Practice mode: texts and calls do not leave this machine. Email is real.',
  );
  expect(practiceInWords(['email'])).toBe(
    'Practice mode: email does not leave this machine. Texts and calls are real.',
  );
  expect(practiceInWords([])).toBeNull();
});
