// Imports a file of contacts in a process of its own, which does nothing else: what it needed of memory is told.
import { readAccount } from '../src/account/account.ts';
import { commitImport } from '../src/audience/import/change-import.ts';
import { readImport } from '../src/audience/import/read-imports.ts';
import { receiveFile } from '../src/audience/import/receive-file.ts';
import { runImport } from '../src/audience/import/run-import.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database.ts';
import { timed } from './benchmark.ts';

const PIECE = 500;
const [accountId = '', count = '0'] = process.argv.slice(2);
const rows = Number(count);
const database = openDatabase({ connectionString: process.env.DATABASE_URL ?? '' });
const account = await readAccount(database.engine, accountId);
let id = '';
const receiving = await timed(async () => {
  id = await receiveFile(database.engine, systemClock, account, {
    bytes: file(),
    fileName: 'people.csv',
    keepRest: false,
    createdBy: 'Bench',
  });
});
const checking = await timed(() => runImport(database, systemClock, accountId, id));
await commitImport(database.engine, systemClock, accountId, id);
const writing = await timed(() => runImport(database, systemClock, accountId, id));
const done = await readImport(database.engine, accountId, id);
await database.close();
if (done?.state !== 'done') throw new Error(`the import is ${done?.state}`);
const { created, refused } = done.counts;
// maxRSS is in kilobytes.
const peakMemoryMB = process.resourceUsage().maxRSS / 1024;
process.send?.({ id, receiving, checking, writing, created, refused, peakMemoryMB });
process.disconnect();

/** The file in pieces, as it would come from the network; every hundredth number is none. */
async function* file(): AsyncGenerator<Uint8Array> {
  const size = rows > 50_000 ? 'large' : 'small';
  yield Buffer.from('First name,Last name,Mobile,Email,Tags,Notes\n');
  for (let at = 0; at < rows; at += PIECE) {
    const some = Array.from({ length: Math.min(PIECE, rows - at) }, (_, i) => {
      const n = at + i;
      const phone = n % 100 === 99 ? '555' : `+1212${5_000_000 + n}`;
      return `Person,Number ${size} ${n},${phone},${size}${n}@example.com,"patients, ${n % 7}",${size}\n`;
    });
    yield Buffer.from(some.join(''));
  }
}
