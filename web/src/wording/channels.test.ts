import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/contract/plan.ts';
import { sendingInWords } from './channels.ts';

describe('sendingInWords', () => {
  it('says what the button does, without what it does not', () => {
    expect(words(38, { sms: 34, voice: 4 })).toBe('Text 34 people, call 4');
    expect(words(1, { email: 1 })).toBe('Email 1 person');
    expect(words(1_201, { sms: 1, email: 1_200 })).toBe('Text 1 person, email 1,200');
  });

  it('counts messages where a family shares a phone or somebody gets two', () => {
    expect(words(8, { sms: 7 })).toBe('Send 7 texts');
    expect(words(2, { sms: 1 })).toBe('Send 1 text');
    expect(words(8, { sms: 8, email: 8, voice: 1 })).toBe('Send 8 texts, 8 emails and 1 call');
  });
});

function words(reached: number, deliveries: Partial<Plan['deliveries']>): string {
  return sendingInWords({ reached, deliveries: { sms: 0, email: 0, voice: 0, ...deliveries } });
}
