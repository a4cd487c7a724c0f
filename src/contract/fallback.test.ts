import { describe, expect, it } from 'vitest';
import { broadcastRequest } from './broadcast.ts';

const audience = { people: [{ name: 'Ana', phone: '+12125550101' }] };
const content = {
  sms: { text: 'Closed' },
  email: { subject: 'Closed', text: 'Closed' },
  voice: { text: 'Closed' },
};

/** What is said of a request, by place. */
function problems(request: object): Record<string, string> {
  const read = broadcastRequest.safeParse({ audience, content, ...request });
  return Object.fromEntries(
    (read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

const step = (from: string, to: string, silenceMinutes: number | null = null) => ({
  from,
  to,
  silenceMinutes,
});

describe('the fallbacks of a request', () => {
  it('may be one, a chain of two, or none', () => {
    expect(problems({})).toEqual({});
    expect(problems({ fallback: [step('sms', 'email', 30)] })).toEqual({});
    expect(problems({ fallback: [step('sms', 'voice'), step('voice', 'email')] })).toEqual({});
    expect(problems({ fallback: [step('voice', 'email'), step('sms', 'voice')] })).toEqual({});
  });

  it('name what is written, one way each, and begin somewhere', () => {
    const { voice: _, ...silent } = content;
    expect(problems({ content: silent, fallback: [step('sms', 'voice')] })).toEqual({
      'fallback.0.to': 'write what is to be said this way',
    });
    expect(problems({ content: silent, fallback: [step('voice', 'email')] })).toEqual({
      'fallback.0.from': 'nothing is written for it',
    });
    expect(problems({ fallback: [step('sms', 'sms')] })).toEqual({
      'fallback.0.to': 'name another way than the one that failed',
    });
    expect(problems({ fallback: [step('sms', 'voice'), step('sms', 'email')] })).toEqual({
      'fallback.1.from': 'it has a fallback already',
    });
    expect(problems({ fallback: [step('sms', 'email'), step('voice', 'email')] })).toEqual({
      'fallback.1.to': 'it is a fallback already',
    });
    expect(problems({ fallback: [step('sms', 'email'), step('email', 'sms')] })).toEqual({
      fallback: 'it goes in a circle: one way must come first',
    });
  });

  it('wait for at least a minute and at most a day', () => {
    expect(Object.keys(problems({ fallback: [step('sms', 'email', 0)] }))).toEqual([
      'fallback.0.silenceMinutes',
    ]);
    expect(Object.keys(problems({ fallback: [step('sms', 'email', 1_441)] }))).toEqual([
      'fallback.0.silenceMinutes',
    ]);
  });
});

describe('calling again', () => {
  it('is only for calls', () => {
    expect(problems({ redial: { times: 3, minutes: 10 } })).toEqual({});
    expect(
      problems({ content: { sms: { text: 'Closed' } }, redial: { times: 3, minutes: 10 } }),
    ).toEqual({ redial: 'only a call can be made again: write what it says' });
  });
});
