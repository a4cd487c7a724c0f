import { expect, test } from 'vitest';
import { contactGroup } from '../../src/contract/contact-group.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const { call, database } = server;

test('a group that is deleted while a message for it is made is named, and nothing is written', async () => {
  await server.signUp();
  const group = { name: 'Fleeting', members: { people: [{ name: 'Zoe', phone: '+12125550160' }] } };
  const { id } = contactGroup.parse((await call('POST', '/api/contact-groups', group)).json);
  const later = { wall: '2027-06-01T12:00', zone: 'America/New_York' };
  const content = { sms: { text: 'Hello' } };
  const audience = { groups: [id], people: [] };
  const deleting = await database.engine.connect();
  const answer = await (async () => {
    try {
      await deleting.query('begin');
      await deleting.query('select from contact_group where id = $1 for update', [id]);
      const asked = call(
        'POST',
        '/api/broadcasts',
        { audience, content, sendLater: later, resolve: 'at_sending' },
        { 'idempotency-key': crypto.randomUUID() },
      );
      // It has found the group, and now wants to hold it.
      const { rows } = await deleting.query<{ pid: number }>('select pg_backend_pid() as pid');
      await waitFor(
        async () =>
          (
            await database.engine.query(
              'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))',
              [rows[0]?.pid],
            )
          ).rowCount,
        (waiting) => waiting === 1,
      );
      await deleting.query('delete from contact_group where id = $1', [id]);
      await deleting.query('commit');
      return await asked;
    } finally {
      deleting.release(true);
    }
  })();
  expect(answer).toMatchObject({
    status: 422,
    json: {
      code: 'invalid_input',
      errors: [{ path: 'audience.groups', message: expect.stringContaining('take it out') }],
    },
  });
});
