import { sendingPolicy } from '../../src/contract/sending-policy.ts';
import { session } from '../../src/contract/session.ts';
import type { Call } from './call.ts';

/** The owner that a test made: how they sign in, and the cookie of a session that is open. */
export type SignedUp = { email: string; password: string; cookie: string; accountId: string };

/**
 * Becomes the owner of a new installation, a clinic in New York, by its setup link. Its quiet hours are
 * switched off, so that no test depends on the hour it runs at.
 */
export async function signUp(call: Call, setupLink: string | null): Promise<SignedUp> {
  const setupToken = setupLink && new URL(setupLink).searchParams.get('token');
  if (!setupToken) throw new Error('it has its owner already');
  const credentials = { email: 'sam@example.com', password: 'correct horse battery' };
  const { status, json, headers } = await call(
    'POST',
    '/api/setup',
    {
      ...credentials,
      token: setupToken,
      ownerName: 'Sam Keller',
      accountName: 'Hill Street Clinic',
      country: 'US',
      timeZone: 'America/New_York',
    },
    { authorization: '' },
  );
  if (status !== 201) throw new Error(`setup answered ${status}: ${JSON.stringify(json)}`);
  await endQuietHours(call);
  return {
    ...credentials,
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
    accountId: session.parse(json).account.id,
  };
}

/** Switches the quiet hours of a new owner off. */
export async function endQuietHours(call: Call): Promise<void> {
  const { json } = await call('GET', '/api/sending-policy');
  const policy = { ...sendingPolicy.parse(json), quietHours: null };
  const { status } = await call('PUT', '/api/sending-policy', policy);
  if (status !== 200) throw new Error(`the policy answered ${status}`);
}
