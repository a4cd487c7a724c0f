// A process of the simulation: plays the seeds that its parent orders, on a database of its own.
import { once } from 'node:events';
import { openDatabase } from '../../src/platform/database.ts';
import { plantedBugs } from './planted-bugs.ts';
import { simulateSeed } from './simulate-seed.ts';
import type { SeedOrder, SeedWord } from './simulate-seeds.ts';

// Without its parent nobody hears what it finds.
process.once('disconnect', () => process.exit());
const [message] = await once(process, 'message');
// The parent sends nothing else.
const order = message as SeedOrder;
const bug = plantedBugs.find(({ name }) => name === order.bug) ?? null;
const database = openDatabase(order.address);
for (let seed = order.first; seed <= order.last; seed += order.step) {
  const { violation } = await simulateSeed(database, seed, bug);
  const word: SeedWord = { seed, violation };
  process.send?.(word);
}
await database.close();
process.disconnect();
