import { afterEach, describe, expect, it } from 'vitest';
import { taken } from '../../test/support/carrier.ts';
import { recount } from '../../test/support/ledger.ts';
import { testDatabase } from '../../test/support/test-database.ts';
import { Ways } from '../../test/support/ways.ts';
import { suppress } from '../audience/suppress.ts';
import { asEngine } from '../platform/database.ts';

const database = await testDatabase();
const ways = new Ways(database);

afterEach(() => ways.stop());

const content = { email: { subject: 'Closed', text: 'We are closed.' } };
const anna = { name: 'Anna Ruiz', phone: '+12125550101', email: 'Anna@x.example' };
const hers = { name: 'Mia Ruiz', phone: '+12125550102', email: 'anna@x.example' };

describe('a mailbox that is written in two cases', () => {
  it('gets one email, as it was written first', async () => {
    const way = ways.exchange(() => taken);
    const made = await ways.send([anna, hers], [], { content });
    ways.start(way);
    expect(await ways.done(made)).toMatchObject({ with_carrier: 1, left_out: 1 });
    expect(way.sent.map(({ address }) => address)).toEqual(['Anna@x.example']);
  });

  it('gets one by a fallback too', async () => {
    const way = ways.exchange(({ channel }) =>
      channel === 'email'
        ? taken
        : { outcome: 'rejected', reason: 'carrier_blocked', code: null, answer: 'no' },
    );
    const made = await ways.send(
      [anna, hers],
      [{ from: 'sms', to: 'email', silenceMinutes: null }],
    );
    ways.start(way);
    await ways.done(made);
    expect(way.sent.filter(({ channel }) => channel === 'email')).toHaveLength(1);
  });

  it('is left alone at once when it says STOP, whatever its case', async () => {
    const made = await ways.send([anna], [], { content });
    await asEngine(database, (client) =>
      suppress(client, ways.clock, made.accountId, {
        channel: 'email',
        address: 'anna@x.example',
        reason: 'stop',
      }),
    );
    expect(await recount(database, made.accountId, made.id)).toMatchObject({ left_out: 1 });
  });
});
