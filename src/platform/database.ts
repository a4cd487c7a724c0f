import { Pool, type PoolClient, types } from 'pg';

// bigint columns are counts here: far below 2^53, so they come as numbers.
types.setTypeParser(types.builtins.INT8, Number);

/** Where PostgreSQL is: a connection string, or the embedded server's socket. */
export type DatabaseAddress =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string };

/** The two roles that a running process uses; the third, the owner, only migrates. */
export type DatabaseRole = 'headsup_app' | 'headsup_engine' | 'headsup_owner';

/**
 * Pools of connections: `app` under row-level security, `engine` past it, and `ledger`, the engine's
 * for the statements that move deliveries by their keys.
 */
export type Database = {
  app: Pool;
  engine: Pool;
  ledger: Pool;
  address: DatabaseAddress;
  close(): Promise<void>;
};

/** What runs a statement: a pool, or a connection inside a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

/** Opens the pools; connections are made as they are needed. */
export function openDatabase(address: DatabaseAddress): Database {
  const app = openPool(address, 'headsup_app', 10, FOR_PAGES);
  const engine = openPool(address, 'headsup_engine', 10);
  const ledger = openPool(address, 'headsup_engine', 10, BY_KEY, { pipeline: true });
  return {
    app,
    engine,
    ledger,
    address,
    close: async () => {
      await Promise.all([app.end(), engine.end(), ledger.end()]);
    },
  };
}

/**
 * A page reads a few rows through an index, and counts in the index alone; what it reads is mostly in memory.
 * With the prices of a disk that turns, the planner reads whole tables instead (100,000 appointments are counted
 * in 20 ms instead of 10, measured), or starts other processes for what one has done sooner.
 */
const FOR_PAGES = ['random_page_cost=1.1', 'max_parallel_workers_per_gather=0'];

/**
 * Plans of the ledger's statements are look-ups by key, made once. Left to its estimates, the planner
 * takes one account of a table that was filled since its last ANALYZE for a 200th of it, and reads all
 * of that account to find a hundred rows (20,000 rows: 14 ms a tick instead of 3, measured).
 */
const BY_KEY = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_bitmapscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
];

/**
 * The server lets go of what a machine held that vanished without a word, or stands still in the middle
 * of a transaction: a STOP or a pause that waits for its lock waits a minute at most.
 */
const LOST_CLIENT = [
  'idle_in_transaction_session_timeout=60s',
  'tcp_keepalives_idle=15',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=30s',
];

/** Milliseconds for a connection, whether the server does not answer or all of the pool are taken. */
const CONNECT_PATIENCE = 30_000;

/**
 * A pool whose every connection has taken on the role (the one who logs in must be a member of it)
 * and the settings, each as `name=value`. `pipeline`: statements are sent without waiting for those before.
 */
export function openPool(
  address: DatabaseAddress,
  role: DatabaseRole,
  max: number,
  settings: readonly string[] = [],
  { pipeline = false }: { pipeline?: boolean } = {},
): Pool {
  const pool = new Pool({
    ...address,
    max,
    pipeline,
    options: [`role=${role}`, 'timezone=UTC', ...LOST_CLIENT, ...settings]
      .map((one) => `-c ${one}`)
      .join(' '),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    application_name: role,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle is replaced at the next query; the query says what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * A transaction of one account under row-level security: rows of other accounts do not exist in it.
 */
export function asAccount<Result>(
  database: Pick<Database, 'app'>,
  accountId: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return inTransaction(database.app, async (client) => {
    await client.query(`select set_config('headsup.account', $1, true)`, [accountId]);
    return work(client);
  });
}

/** A transaction of the engine, which sees every account: each of its statements names the account. */
export function asEngine<Result>(
  database: Pick<Database, 'engine'>,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return inTransaction(database.engine, work);
}

/**
 * A transaction of the engine for one account, for statements that row-level security would make
 * slow: comparing enums and searching text are not leakproof, so that under it they find no index.
 * Each statement names the account; a search finds it in the setting.
 */
export function asEngineFor<Result>(
  database: Pick<Database, 'engine'>,
  accountId: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return inTransaction(database.engine, async (client) => {
    await client.query(`select set_config('headsup.account', $1, true)`, [accountId]);
    return work(client);
  });
}

/** Runs `work` between begin and commit; what it throws rolls back and is thrown on. */
export function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return onConnection(pool, async (client, breaks) => {
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(breaks);
      throw error;
    }
  });
}

/** Lends `work` a connection; one that was lost, or of which it says that it `breaks`, is not used again. */
export async function onConnection<Result>(
  pool: Pool,
  work: (client: PoolClient, breaks: (failure: Error) => void) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection lost between two statements has nobody else to tell, and an event without a
  // listener would end the process; the next statement fails by itself.
  const breaks = (failure: Error) => {
    broken = failure;
  };
  client.on('error', breaks);
  try {
    return await work(client, breaks);
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}
