import { describe, expect, it } from 'vitest';
import { alternativesTo, stepsOf, withStep, writtenChannels } from './ways.ts';

const toVoice = { from: 'sms', to: 'voice', silenceMinutes: null } as const;
const toEmail = { from: 'voice', to: 'email', silenceMinutes: 30 } as const;
const chain = { channels: ['sms'], fallback: [toVoice, toEmail] } as const;

describe('the ways of a draft', () => {
  it('are what is sent at first and what is tried instead', () => {
    expect(writtenChannels(chain)).toEqual(['sms', 'email', 'voice']);
    expect(writtenChannels({ channels: ['sms'], fallback: [] })).toEqual(['sms']);
  });

  it('forget what channels that were switched on or off make senseless', () => {
    expect(stepsOf({ ...chain, channels: ['sms', 'voice'] })).toEqual([toEmail]);
    expect(stepsOf({ ...chain, channels: ['sms', 'email'] })).toEqual([toVoice]);
    expect(stepsOf({ ...chain, channels: ['email'] })).toEqual([]);
  });

  it('offer what nothing uses yet', () => {
    expect(alternativesTo({ channels: ['sms'], fallback: [] }, 'sms')).toEqual(['email', 'voice']);
    expect(alternativesTo({ channels: ['sms'], fallback: [toVoice] }, 'voice')).toEqual(['email']);
    expect(alternativesTo(chain, 'sms')).toEqual(['voice']);
    expect(alternativesTo({ channels: ['sms', 'email', 'voice'], fallback: [] }, 'sms')).toEqual(
      [],
    );
  });

  it('let go what followed from a way that is chosen no more', () => {
    expect(withStep(chain, 'sms', null)).toEqual([]);
    expect(withStep({ channels: ['sms'], fallback: [toVoice] }, 'voice', toEmail)).toEqual([
      toVoice,
      toEmail,
    ]);
    const sooner = { ...toVoice, silenceMinutes: 15 };
    expect(withStep(chain, 'sms', sooner)).toEqual([sooner, toEmail]);
  });
});
