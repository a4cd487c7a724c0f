import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { SetupRequest } from '../contract/setup.ts';
import { asEngine, type Database } from '../platform/database.ts';
import { createAccount } from './create-account.ts';
import type { SignIn } from './sign-in.ts';

/** Whether nobody owns this installation yet. */
export async function setupNeeded(database: Database): Promise<boolean> {
  const { rowCount } = await database.engine.query('select from member limit 1');
  return rowCount === 0;
}

/** Makes a new one-time token for the setup link; an earlier one stops working. */
export async function issueSetupToken(database: Database): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.engine.query('update installation set setup_token_hash = $1', [hashOf(token)]);
  return token;
}

/**
 * The first person becomes the owner of the account; one that the command line made before for
 * practice is theirs from now on. False where the token is not the one of the last link, or was used.
 */
export async function setUp(
  database: Database,
  signIn: SignIn,
  request: SetupRequest,
): Promise<boolean> {
  await forgetHalfMadeUser(database, request.email);
  return asEngine(database, async (client) => {
    const { rowCount } = await client.query(
      'update installation set setup_token_hash = null where setup_token_hash = $1',
      [hashOf(request.token)],
    );
    if (rowCount === 0) return false;
    const userId = await signIn.createUser({
      name: request.ownerName,
      email: request.email,
      password: request.password,
    });
    const accountId = await ownAccount(client, request);
    await keepNightsQuiet(client, accountId);
    await client.query(`insert into member (account_id, user_id, role) values ($1, $2, 'owner')`, [
      accountId,
      userId,
    ]);
    return true;
  });
}

async function ownAccount(client: PoolClient, request: SetupRequest): Promise<string> {
  const account = {
    name: request.accountName,
    country: request.country,
    timeZone: request.timeZone,
  };
  const { rows } = await client.query<{ id: string }>(
    `with taken_over as (
       update account set name = $1, country = $2, time_zone = $3, is_sandbox = false
        where is_sandbox and not exists (select from member m where m.account_id = account.id)
       returning id)
     update sending_policy p set allowed_countries = null, version = version + 1
       from taken_over t where p.account_id = t.id
     returning t.id`,
    [account.name, account.country, account.timeZone],
  );
  return rows[0]?.id ?? (await createAccount(client, { ...account, isSandbox: false }));
}

/**
 * No texts and no calls from nine in the evening to eight in the morning, where the recipient is: what
 * the United States ask of whoever calls for business (47 CFR 64.1200 (c)(1)), and good manners elsewhere.
 */
async function keepNightsQuiet(client: PoolClient, accountId: string): Promise<void> {
  await client.query(
    `update sending_policy
        set quiet_from = '21:00', quiet_until = '08:00', quiet_channels = '{sms,voice}', version = version + 1
      where account_id = $1`,
    [accountId],
  );
}

/** A setup that failed half-way leaves a person without a place; the next one begins afresh. */
async function forgetHalfMadeUser(database: Database, email: string): Promise<void> {
  await database.engine.query(
    `delete from sign_in_user u
      where u.email = lower($1) and not exists (select from member m where m.user_id = u.id)`,
    [email],
  );
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
