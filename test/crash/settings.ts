import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** What a run is asked to do. */
export type Settings = {
  messages: number;
  /** How often a worker is killed, and the database. */
  kills: number;
  dbCrashes: number;
  /** How often a worker stands still for a while, as a suspended machine does, and then goes on. */
  stalls: number;
  /** Of how many messages, from 0 to 1, the carrier takes the message and its answer is lost. */
  lostReplies: number;
  /** Decides moments, victims and faults. */
  seed: number;
  provider: 'http' | 'smtp';
  /** Worker processes at once. */
  workers: number;
  /** A bug put into the workers, by which the run proves that it would find it. */
  plant: Plant | null;
};

/** retry-on-timeout: what may have been taken is sent again. */
export type Plant = 'retry-on-timeout';

/** What was asked for wrongly, in a sentence. */
export class WrongUse extends Error {}

/** Reads the command line; throws a WrongUse. */
export function readSettings(words: readonly string[]): Settings {
  const values = parse(words);
  const { provider, plant } = values;
  if (provider !== 'http' && provider !== 'smtp') throw new WrongUse('--provider is http or smtp');
  if (plant !== undefined && plant !== 'retry-on-timeout')
    throw new WrongUse('--plant is retry-on-timeout');
  return {
    messages: whole('messages', values.messages, 1, 200_000),
    kills: whole('kills', values.kills, 0, 10_000),
    dbCrashes: whole('db-crashes', values['db-crashes'], 0, 1_000),
    stalls: whole('stalls', values.stalls, 0, 1_000),
    lostReplies: share('lost-replies', values['lost-replies']),
    seed: values.seed === undefined ? randomInt(2 ** 31) : whole('seed', values.seed, 0, 2 ** 31),
    provider,
    workers: whole('workers', values.workers, 1, 16),
    plant: plant ?? null,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        messages: { type: 'string', default: '20000' },
        kills: { type: 'string', default: '100' },
        'db-crashes': { type: 'string', default: '5' },
        stalls: { type: 'string', default: '0' },
        'lost-replies': { type: 'string', default: '0.02' },
        seed: { type: 'string' },
        provider: { type: 'string', default: 'http' },
        workers: { type: 'string', default: '3' },
        plant: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new WrongUse(`--${name} is a whole number from ${least} to ${most}`);
}

function share(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 0.5) return number;
  throw new WrongUse(`--${name} is a share from 0 to 0.5`);
}
