import Fastify from 'fastify';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';

// The baseline of the start benchmark: the same PostgreSQL, one route, one query, nothing else.
const postgres = await startEmbeddedPostgres(process.env.HEADSUP_DATA ?? '');
const pool = new Pool(postgres.address).on('error', () => undefined);
const server = Fastify();
server.get('/api/health', async () => (await pool.query('select 1 as ok')).rows[0]);
await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.once('SIGTERM', async () => {
  await server.close();
  await pool.end();
  await postgres.stop();
});
