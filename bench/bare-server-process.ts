import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';

// The baseline of the first message: one route, one row, one message, nothing else.
const [provider = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const server = Fastify();
server.post('/messages', async ({ body }) => {
  await pool.query('insert into bare_message (id, body) values ($1, $2)', [randomUUID(), body]);
  const answer = await fetch(provider, { method: 'POST', body: JSON.stringify(body) });
  await answer.text();
  return { ok: answer.ok };
});
process.on('disconnect', () => process.exit(1));
process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }));
