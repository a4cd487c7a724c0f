import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/test-database.ts';
import { principalOfUser } from './principal.ts';
import { readSendingPolicy } from './sending-policy.ts';
import { issueSetupToken, setUp, setupNeeded } from './setup.ts';
import { createSignIn } from './sign-in.ts';

const database = await testDatabase();
const signIn = createSignIn(database.engine, {
  baseUrl: 'http://127.0.0.1:8080',
  secret: 'a secret of enough letters for a test',
  secure: false,
});
const request = {
  ownerName: 'Sam Keller',
  email: 'Sam@Example.com',
  password: 'correct horse battery',
  accountName: 'Hill Street Clinic',
  country: 'US',
  timeZone: 'America/New_York',
};

describe('setUp', () => {
  it('makes the first person the owner, once, and only by the last link', async () => {
    expect(await setupNeeded(database)).toBe(true);
    const old = await issueSetupToken(database);
    const token = await issueSetupToken(database);
    expect(await setUp(database, signIn, { ...request, token: old })).toBe(false);
    expect(await setUp(database, signIn, { ...request, token })).toBe(true);
    expect(await setUp(database, signIn, { ...request, token })).toBe(false);
    expect(await setupNeeded(database)).toBe(false);
  });

  it('begins with quiet nights for texts and calls', async () => {
    const { rows } = await database.engine.query<{ id: string }>('select id from account');
    const { quietHours } = await readSendingPolicy(database.engine, rows[0]?.id ?? '');
    expect(quietHours).toEqual({ from: '21:00', until: '08:00', channels: ['sms', 'voice'] });
  });

  it('lets the owner sign in and out, and nobody with another password', async () => {
    expect(
      await signIn.signIn({ email: request.email, password: 'wrong horse battery' }),
    ).toBeNull();
    const cookies = await signIn.signIn({ email: request.email, password: request.password });
    const cookie = (cookies ?? []).map((line) => line.split(';')[0]).join('; ');
    expect(cookies?.every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line))).toBe(
      true,
    );
    const headers = new Headers({ cookie });
    const userId = await signIn.userOf(headers);
    const principal = await principalOfUser(database.engine, userId ?? '');
    expect(principal).toMatchObject({ role: 'owner', user: { email: 'sam@example.com' } });
    await signIn.signOut(headers);
    expect(await signIn.userOf(headers)).toBeNull();
  });
});
