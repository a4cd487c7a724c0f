import { type Broadcast, broadcast } from '../../src/contract/broadcast.ts';
import type { LookupResult } from '../../src/contract/number-lookup.ts';
import type { Plan } from '../../src/contract/plan.ts';
import type { SandboxDevicePage, SandboxFault } from '../../src/contract/sandbox.ts';
import type { SendingPolicy } from '../../src/contract/sending-policy.ts';
import type { TestServer } from './test-server.ts';
import { waitFor } from './wait-for.ts';

const content = { sms: { text: 'Read: we are closed.' }, voice: { text: 'Hear: we are closed.' } };

/** Looking numbers up at the sandbox: what is done at the desk, and what stands in the carrier's book. */
export function lookups({ call, database, signUp }: TestServer) {
  let block = 10;
  let accountId = '';

  async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const { status, json } = await call(method, path, body, headers);
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(json)}`);
    // Every answer is checked against the API's schema by the server.
    return json as Answer;
  }

  async function allow(change: Partial<SendingPolicy>): Promise<void> {
    const policy = await ask<SendingPolicy>('GET', '/api/sending-policy');
    await ask('PUT', '/api/sending-policy', { ...policy, ...change });
  }

  async function post(request: object): Promise<Broadcast> {
    return broadcast.parse(await ask('POST', '/api/broadcasts', { undoSeconds: 0, ...request }));
  }

  /** Waits until all that became of a message is known. */
  function finished(id: string): Promise<Broadcast> {
    return waitFor(
      async () => broadcast.parse(await ask('GET', `/api/broadcasts/${id}`)),
      ({ state, counts }) =>
        state === 'sent' && counts.with_carrier + counts.sending + counts.waiting === 0,
    );
  }

  async function one(sql: string): Promise<number> {
    const { rows } = await database.engine.query<{ n: number }>(sql, [accountId]);
    return rows[0]?.n ?? 0;
  }

  return {
    allow,
    post,
    finished,
    /** Becomes the owner of a clinic that may text and call the United States and Britain. */
    async open(): Promise<string> {
      ({ accountId } = await signUp());
      await allow({ allowedCountries: ['US', 'GB'], spendingCap: null });
      return accountId;
    },
    /** Numbers of the United States that no test had before, ending as said. */
    numbers(...endings: number[]): string[] {
      block += 1;
      return endings.map((ending, n) => `+1212555${block}${n}${ending}`);
    },
    /** A message with a text and a call to numbers. */
    to: (phones: readonly string[], callOnlyWithoutSms = true) => ({
      audience: { people: phones.map((phone) => ({ name: phone, phone })) },
      content,
      callOnlyWithoutSms,
    }),
    fault: (address: string, fault: SandboxFault) =>
      ask('PUT', '/api/sandbox/faults', { kind: 'phone', address, fault }),
    planOf: (request: object) => ask<Plan>('POST', '/api/plans', request),
    lookUp: (request: object) => ask<LookupResult>('POST', '/api/number-lookups', request),
    send: async (request: object) => finished((await post(request)).id),
    addContact: (name: string, phone: string, ...tags: string[]) =>
      ask<{ id: string }>('POST', '/api/contacts', {
        name,
        tags,
        addresses: [{ kind: 'phone', address: phone }],
      }),
    /** What came to these phones, as `number channel`. */
    async received(phones: readonly string[]): Promise<string[]> {
      const page = await ask<SandboxDevicePage>('GET', '/api/sandbox/devices?kind=phone&limit=100');
      return page.items
        .filter(({ address }) => phones.includes(address))
        .flatMap(({ address, messages }) => messages.map(({ channel }) => `${address} ${channel}`))
        .sort();
    },
    /** How often the carrier looked each of these up. */
    async timesCharged(phones: readonly string[]): Promise<number[]> {
      const { rows } = await database.engine.query<{ n: number }>(
        `select count(l.id) as n
           from unnest($2::text[]) with ordinality p (number, place)
           left join sandbox_lookup l on l.account_id = $1 and l.number = p.number
          group by p.place order by p.place`,
        [accountId, phones],
      );
      return rows.map(({ n }) => n);
    },
    /** Numbers that count against the latest day's, and those that the carrier looked up on it. */
    usedAndCharged: async () => [
      await one(
        `select used as n from allowance where account_id = $1 and kind = 'lookup' order by key desc limit 1`,
      ),
      await one(
        `select count(*) as n from sandbox_lookup
          where account_id = $1
            and to_char(asked_at at time zone 'America/New_York', 'YYYY-MM-DD') =
                (select max(key) from allowance where account_id = $1 and kind = 'lookup')`,
      ),
    ],
  };
}
