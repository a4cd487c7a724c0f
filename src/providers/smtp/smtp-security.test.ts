import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { reply } from '../../../test/support/mail-server.ts';
import { openSmtp, outcomeOf } from '../../../test/support/open-smtp.ts';
import { checkSmtp } from './check-smtp.ts';

describe('encryption', () => {
  const starttls = { disabledCommands: ['AUTH'] };
  const trusting = { rejectUnauthorized: false };

  test('starttls: refuses to go on where the server has none', async () => {
    expect(await outcomeOf({}, { settings: { security: 'starttls' } })).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_misconfigured' },
      taken: 0,
    });
  });

  test.each([
    ['starttls', starttls],
    ['tls', { ...starttls, secure: true }],
  ])('%s: refuses a certificate that nobody vouches for', async (security, server) => {
    expect(await outcomeOf({}, { settings: { security }, server })).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_misconfigured' },
      taken: 0,
    });
  });

  test.each([
    ['starttls', starttls],
    ['tls', { ...starttls, secure: true }],
  ])('%s: sends encrypted', async (security, server) => {
    let wasSecure = false;
    const onMailFrom = (_address: unknown, session: { secure: boolean }, callback: () => void) => {
      wasSecure = session.secure;
      callback();
    };
    const extra = { settings: { security }, server: { ...server, onMailFrom }, tls: trusting };
    expect(await outcomeOf({}, extra)).toMatchObject({
      outcome: { outcome: 'accepted' },
      taken: 1,
    });
    expect(wasSecure).toBe(true);
  });
});

describe('signing in and the check', () => {
  const server: SMTPServerOptions = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: false,
    onAuth: ({ username, password }, _session, callback) =>
      username === 'desk' && password === 'right'
        ? callback(null, { user: 'desk' })
        : callback(reply(535, '5.7.8 Bad credentials')),
  };

  test('with the right password it sends, with a wrong one it is misconfigured', async () => {
    const right = { settings: { user: 'desk', password: 'right' }, server };
    expect(await outcomeOf({}, right)).toMatchObject({ outcome: { outcome: 'accepted' } });
    const wrong = { settings: { user: 'desk', password: 'wrong' }, server };
    expect(await outcomeOf({}, wrong)).toMatchObject({
      outcome: { outcome: 'retryable', reason: 'provider_misconfigured', code: '535 5.7.8' },
      taken: 0,
    });
  });

  test('the check says what is wrong in a sentence, and never the password', async () => {
    const { settings, server: mailServer } = await openSmtp(
      {},
      { settings: { user: 'desk', password: 'right' }, server },
    );
    expect(await checkSmtp(settings)).toEqual({ ok: true });
    const wrong = await checkSmtp({ ...settings, password: 'hunter2' });
    expect(wrong).toEqual({ problem: expect.stringContaining('did not accept the user name') });
    expect(JSON.stringify(wrong)).not.toContain('hunter2');
    expect(await checkSmtp({ ...settings, security: 'starttls' })).toEqual({
      problem: expect.stringContaining('could not be encrypted'),
    });
    await mailServer.close();
    expect(await checkSmtp(settings)).toEqual({
      problem: expect.stringContaining('does not answer'),
    });
  });
});
