import { testAccount } from '../../../test/support/test-account.ts';
import { testDatabase } from '../../../test/support/test-database.ts';
import { systemClock } from '../../platform/clock.ts';
import { behavesAsProvider } from '../provider.contract.ts';
import type { Receipt } from '../provider.ts';
import { setFault } from './devices.ts';
import { Sandbox } from './sandbox.ts';

const database = await testDatabase();
const faults = {
  takes: 'none',
  'refuses for good': 'blocked',
  'refuses for now': 'down',
  'takes and breaks off': 'answer_lost',
} as const;

const lookups = {
  mobile: 'none',
  landline: 'landline',
  'refuses for now': 'down',
  'looks up and breaks off': 'answer_lost',
} as const;

const skips = { listing: 'the sandbox is asked by reference' };

behavesAsProvider('the sandbox', ['sms', 'email', 'voice'], skips, async () => {
  const { id: accountId } = await testAccount(database);
  const receipts: Receipt[] = [];
  const provider = new Sandbox({
    address: database.address,
    clock: systemClock,
    sink: async (given) => {
      receipts.push(...given);
      return { early: [] };
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  let devices = 0;
  let phones = 0;
  return {
    provider,
    accountId,
    receipts: () => receipts,
    close: () => provider.close(),
    address: async (behaviour, channel) => {
      devices += 1;
      const isMailbox = channel === 'email';
      const address = isMailbox ? `a${devices}@example.com` : `+1212555${1000 + devices}`;
      const kind = isMailbox ? 'mailbox' : 'phone';
      await setFault(database.engine, accountId, { kind, address, fault: faults[behaviour] });
      return address;
    },
    number: async (behaviour) => {
      phones += 1;
      const number = `+1312555${100 + phones}1`;
      await setFault(database.engine, accountId, {
        kind: 'phone',
        address: number,
        fault: lookups[behaviour],
      });
      return number;
    },
    lookedUp: async (number) => {
      const { rows } = await database.engine.query<{ n: number }>(
        'select count(*) as n from sandbox_lookup where account_id = $1 and number = $2',
        [accountId, number],
      );
      return rows[0]?.n ?? 0;
    },
    taken: async (reference) => {
      const { rows } = await database.engine.query<{ n: number }>(
        'select count(*) as n from sandbox_message where account_id = $1 and reference = $2',
        [accountId, reference],
      );
      return rows[0]?.n ?? 0;
    },
  };
});
