import { expect, test } from 'vitest';
import { provider } from '../../src/contract/provider.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();

test('a link to unsubscribe is refused where it would lead nowhere, with what to do; practice may have it', async () => {
  await server.signUp();
  const ask = (path: string, email: object) =>
    server.call(
      'POST',
      path,
      {
        audience: { people: [{ name: 'Ana', email: 'ana@example.com' }] },
        content: { email: { subject: 'News', text: 'News', ...email } },
      },
      { 'idempotency-key': path },
    );
  expect((await ask('/api/plans', { unsubscribe: true })).status).toBe(200);

  const smtp = { host: '127.0.0.1', port: 9, security: 'none', fromAddress: 'desk@example.com' };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  await server.call('PUT', '/api/channels/email', { providerId: id });
  for (const path of ['/api/plans', '/api/previews', '/api/broadcasts']) {
    expect(await ask(path, { unsubscribe: true })).toMatchObject({
      status: 422,
      json: {
        errors: [
          {
            path: 'content.email.unsubscribe',
            message: expect.stringContaining('set HEADSUP_URL, or send it without the link'),
          },
        ],
      },
    });
  }
  expect((await ask('/api/plans', {})).status).toBe(200);
});
