import { randomUUID } from 'node:crypto';
import { administer } from '../test/support/break-connections.ts';
import { callerOf } from '../test/support/call.ts';
import { serverOf } from '../test/support/server-of.ts';
import { bareServer } from './bare-server.ts';
import { type Benchmark, inRounds, quantile } from './benchmark.ts';
import { isSent, requestTo } from './broadcast.ts';
import { Crew, dataFolderOf } from './crew.ts';
import { everythingOn } from './everything-on.ts';
import { addPeople } from './people.ts';
import { type PhoneCompany, startPhoneCompany } from './phone-company.ts';
import type { BenchmarkSetting } from './setting.ts';

/** The people of a day in a clinic. */
const PEOPLE = 40;
const SAMPLES = 150;
const WARM = 20;

/**
 * From a broadcast's being sent (POST /api/broadcasts, to 40 people, of a server that does everything) to
 * the first message at the provider, over HTTP; against a bare server that inserts one row and calls the
 * same provider.
 */
export const first: Benchmark = {
  name: 'first',
  async run(setting) {
    const company = await startPhoneCompany();
    const bare = await bareServer(setting, company.url);
    await everythingOn(setting, { window: 50, delay: 0, url: company.url });
    const calendarId = await addPeople(setting, PEOPLE);
    await administer(setting.database, 'vacuum analyze');
    const crew = await Crew.start(setting, 1, ['api', 'worker', 'scheduler']);
    try {
      const press = await sender(setting, calendarId);
      const round = async () => ({
        baseline: await untilFirst(company, bare.send),
        ours: await untilFirst(company, press),
      });
      await inRounds(WARM, round);
      const samples = await inRounds(SAMPLES, round);
      return [0.5, 0.99].map((part) => {
        const ours = quantile(
          samples.map((sample) => sample.ours),
          part,
        );
        const baseline = quantile(
          samples.map((sample) => sample.baseline),
          part,
        );
        const name = `first-p${part * 100}`;
        return { name, unit: 'ms', ours, baseline, ratio: ours / baseline, aim: { most: 40 } };
      });
    } finally {
      await crew.stop();
      await bare.stop();
      await company.stop();
    }
  },
};

/** Milliseconds from the call to the first message; what the call promises is waited for besides. */
async function untilFirst(
  company: PhoneCompany,
  call: () => Promise<() => Promise<void>>,
): Promise<number> {
  const arrival = company.next();
  const start = performance.now();
  const [end, settled] = await Promise.all([arrival, call()]);
  await settled();
  return end - start;
}

/** Sends a broadcast through the API; what it returns waits until all of it is sent. */
async function sender(
  setting: BenchmarkSetting,
  calendarId: string,
): Promise<() => Promise<() => Promise<void>>> {
  const { database, account, folder } = setting;
  const { url, token } = await serverOf(dataFolderOf(folder));
  const call = callerOf(url, token);
  return async () => {
    const key = { 'idempotency-key': randomUUID() };
    const { status, json } = await call('POST', '/api/broadcasts', requestTo(calendarId), key);
    if (status !== 201) throw new Error(`the server answered ${status}: ${JSON.stringify(json)}`);
    // It is a broadcast, as the API describes it.
    const { id } = json as { id: string };
    return async () => {
      await isSent(setting, id);
      await database.engine.query('delete from contacted where account_id = $1', [account.id]);
      // So many to the same people, one after another, would be unusual for this account.
      await database.engine.query(`delete from allowance where account_id = $1 and kind = 'hour'`, [
        account.id,
      ]);
    };
  };
}
