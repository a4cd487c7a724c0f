import type { Client } from 'pg';
import { keyProblem, matchKey } from '../account/installation-key.ts';
import { clockProblem } from '../delivery/clock-offset.ts';
import { durabilityProblem } from '../delivery/durability.ts';
import { gapNotice } from '../delivery/gap-notice.ts';
import { systemClock } from '../platform/clock.ts';
import { connect } from '../platform/connect.ts';
import { english } from '../platform/english.ts';
import { refuseOldServer } from '../platform/migrate.ts';
import { findSecretKey } from '../platform/secret-key.ts';
import { type Finding, tried } from './finding.ts';

/** Looks at the PostgreSQL of DATABASE_URL, and at what this machine must have in common with others on it. */
export async function examineSharedDatabase(url: string, folder: string): Promise<Finding[]> {
  const what = 'PostgreSQL of DATABASE_URL';
  let client: Client;
  try {
    client = await connect({ connectionString: url }, 'headsup_doctor');
  } catch (error) {
    return [await tried(what, () => Promise.reject(error))];
  }
  try {
    return [
      await tried(what, async () => {
        await refuseOldServer(client);
        const unsafe = await durabilityProblem(client);
        refuse(unsafe && english(unsafe));
      }),
      await tried('What was sent', async () => {
        // Before the first start there is no ledger.
        refuse(await gapNotice(client).catch(() => null));
      }),
      await tried('Clock of this machine', async () => {
        refuse(await clockProblem(client, systemClock));
      }),
      await tried(`Key of ${folder}`, async () => {
        const key = await findSecretKey(folder);
        // Before the first start there is nothing to compare with.
        const match = key && (await matchKey(client, key).catch(() => null));
        refuse(match === 'another' ? keyProblem(folder) : null);
      }),
    ];
  } finally {
    await client.end();
  }
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}
