import type { Account } from '../../src/account/account.ts';
import { createAccount } from '../../src/account/create-account.ts';
import type { DeliveryState } from '../../src/contract/outcome.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { asEngine, type Database } from '../../src/platform/database.ts';
import { addAppointments } from '../support/appointments.ts';
import { kept, recount } from '../support/ledger.ts';
import { makeBroadcast } from '../support/take.ts';
import type { Carrier } from './carrier/carrier.ts';
import { addressOf, contentOf } from './people.ts';

/** Parts of all people that the broadcasts of a run go to: large ones and a small one share the window. */
const SHARES = [0.6, 0.3, 0.1];

/** What the ledger says of a delivery. */
export type LedgerRow = { address: string; state: DeliveryState; failure: string | null };

/** An account whose channel goes to the run's carrier, with its broadcasts. */
export type Ledger = { database: Database; account: Account; broadcasts: string[] };

/** Makes account, people and broadcasts; the workers write the recipients, and send. */
export async function prepareLedger(
  database: Database,
  carrier: Carrier,
  messages: number,
): Promise<Ledger> {
  const account = await accountAt(database, carrier);
  const { channel } = carrier;
  const people = Array.from({ length: messages }, (_, index) => {
    const address = addressOf(channel, index + 1);
    const reached = channel === 'sms' ? { phone: address } : { email: address };
    return [{ name: `Person ${index + 1}`, ...reached }];
  });
  const appointments = await addAppointments(database, account, people);
  const broadcasts: string[] = [];
  for (const share of SHARES) {
    const isLast = broadcasts.length === SHARES.length - 1;
    const some = isLast ? appointments : appointments.splice(0, Math.round(messages * share));
    if (some.length > 0) {
      const audience = { appointments: { includeIds: some }, people: [] };
      const request = { audience, content: contentOf(channel), copyMode: 'person' as const };
      broadcasts.push(await makeBroadcast(database, systemClock, account, request));
    }
  }
  return { database, account, broadcasts };
}

/** Whether nothing moves any more: nothing waits, is on the wire, or will be asked about. */
export async function isSettled({ database, account, broadcasts }: Ledger): Promise<boolean> {
  const { rows } = await database.engine.query<{ open: number }>(
    `select (select count(*) from broadcast
              where account_id = $1 and id = any ($2::uuid[]) and state <> 'sent')
          + (select count(*) from delivery
              where account_id = $1 and state in ('ready', 'claimed', 'submitting'))
          + (select count(*) from attempt
              where account_id = $1 and state = 'uncertain' and settle_at is not null) as open`,
    [account.id, broadcasts],
  );
  return rows[0]?.open === 0;
}

/** Deliveries by state, for whoever watches. */
export async function states({ database, account }: Ledger): Promise<Record<string, number>> {
  const { rows } = await database.engine.query<{ state: string; n: number }>(
    'select state, count(*) as n from delivery where account_id = $1 group by state order by state',
    [account.id],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Every delivery of the run. */
export async function ledgerRows({ database, account }: Ledger): Promise<LedgerRow[]> {
  const { rows } = await database.engine.query<LedgerRow>(
    'select address, state, failure from delivery where account_id = $1',
    [account.id],
  );
  return rows;
}

/** Whether the counts that pages show are what a count of the rows gives. */
export async function areCountsRight({ database, account, broadcasts }: Ledger): Promise<boolean> {
  for (const id of broadcasts) {
    const shown = Object.entries(await kept(database, account.id, id));
    const counted: Record<string, number> = await recount(database, account.id, id);
    const isSame = shown.every(([outcome, n]) => counted[outcome] === n);
    if (!isSame || shown.length !== Object.keys(counted).length) return false;
  }
  return true;
}

async function accountAt(database: Database, carrier: Carrier): Promise<Account> {
  const facts = { name: 'Hill Street Clinic', country: 'US', timeZone: 'America/New_York' };
  const id = await asEngine(database, async (client) => {
    const accountId = await createAccount(client, { ...facts, isSandbox: false });
    // A desk that means to write to so many at once.
    await client.query(
      `update sending_policy set rate_alarm = false, large_send = null, spending_cap = null where account_id = $1`,
      [accountId],
    );
    await client.query(
      `with made as (
         insert into provider (account_id, kind, name, settings) values ($1, $2, 'The run''s carrier', $3) returning id)
       update channel_provider set provider_id = made.id from made
        where account_id = $1 and channel = $4`,
      [
        accountId,
        carrier.provider.kind,
        JSON.stringify(carrier.provider.settings),
        carrier.channel,
      ],
    );
    return accountId;
  });
  return { id, ...facts };
}
