import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { dropDatabase } from '../support/create-database.ts';
import { testDatabase } from '../support/test-database.ts';
import { plantedBugs } from './planted-bugs.ts';
import { simulateSeed } from './simulate-seed.ts';
import { simulateSeeds } from './simulate-seeds.ts';
import { prepareForSimulation } from './simulation-database.ts';

const server = inject('postgres');
const database = await testDatabase();
await prepareForSimulation(database.address);

describe('the simulation', () => {
  it('finds no rule broken in 500 seeds', { timeout: 240_000 }, async () => {
    const said: string[] = [];
    const prefix = `simulation_${randomUUID().replaceAll('-', '')}`;
    const found = await simulateSeeds(server, {
      seeds: 500,
      processes: 2,
      prefix,
      template: 'template',
      say: (line) => said.push(line),
    });
    expect({ ...found, said: said.filter((line) => line.startsWith('seed')) }).toEqual({
      seeds: 500,
      violations: 0,
      firstSeed: null,
      said: [],
    });
    for (const n of [0, 1]) await dropDatabase(server, `${prefix}_${n}`);
  });

  it('plays the same seed the same, line by line', async () => {
    for (const seed of [3, 8, 21, 144]) {
      const [once, again] = [
        await simulateSeed(database, seed),
        await simulateSeed(database, seed),
      ];
      expect(again.trace).toEqual(once.trace);
    }
  });

  it.for(plantedBugs.map(({ name }) => [name]))('finds a worker that %s', async ([name]) => {
    // Connections of its own: statements are prepared with the bug in them.
    const buggy = openDatabase(database.address);
    const bug = plantedBugs.find((one) => one.name === name) ?? null;
    let violation: string | null = null;
    for (let seed = 1; seed <= 100 && violation === null; seed += 1) {
      ({ violation } = await simulateSeed(buggy, seed, bug));
    }
    await buggy.close();
    expect(violation).not.toBeNull();
  });
});
