import type { Pool } from 'pg';
import type { UnsubscribeLinks } from '../message/unsubscribe-link.ts';
import type { RunningClock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { FileTools } from './enclose.ts';
import type { HomeWatch } from './home-watch.ts';
import type { DueLane } from './lane.ts';
import type { ProviderPool } from './provider-pool.ts';

/** What work on a lane needs from its process. */
export type LaneTools = {
  pool: Pool;
  clock: RunningClock;
  log: Log;
  providers: ProviderPool;
  /** For broadcasts with files; a process that is given none cannot send those. */
  files?: FileTools | undefined;
  /** Where the ledger is at home. */
  home: HomeWatch;
  /** How recipients get no more; a process without sends nothing that has such links. */
  links?: UnsubscribeLinks;
  /** Told after each commit that moved something. */
  changed(lane: DueLane): void;
  /** Whether the process ends: nothing new is begun. */
  isStopping(): boolean;
};
