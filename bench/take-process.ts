// Takes a broadcast in a process of its own, which does nothing else: what it needed of memory is told.
import { readAccount } from '../src/account/account.ts';
import { openDatabase } from '../src/platform/database.ts';
import { timed } from './benchmark.ts';
import { takeTo } from './broadcast.ts';

const [accountId = '', calendarId = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString: process.env.DATABASE_URL ?? '' });
const account = await readAccount(database.engine, accountId);
let id = '';
const milliseconds = await timed(async () => {
  id = await takeTo({ database, account }, calendarId);
});
await database.close();
// maxRSS is in kilobytes.
process.send?.({ id, milliseconds, peakMemoryMB: process.resourceUsage().maxRSS / 1024 });
process.disconnect();
