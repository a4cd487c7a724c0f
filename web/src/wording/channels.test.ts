import { describe, expect, it } from 'vitest';
import { practiceInWords, sendingInWords } from './channels.ts';

describe('practiceInWords', () => {
  it('says what stays and what is real', () => {
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
});

describe('sendingInWords', () => {
  it('says what the button does, without what it does not', () => {
    expect(sendingInWords({ sms: 34, email: 0, voice: 4 })).toBe('Text 34 people, call 4');
    expect(sendingInWords({ sms: 0, email: 1, voice: 0 })).toBe('Email 1 person');
    expect(sendingInWords({ sms: 1, email: 1_200, voice: 0 })).toBe('Text 1 person, email 1,200');
  });
});
