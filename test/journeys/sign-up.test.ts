import { expect, test } from 'vitest';
import { testServer } from '../support/test-server.ts';

const server = await testServer();

test('the setup link makes one owner, who signs out and in again', async () => {
  const before = await server.call('GET', '/api/setup', undefined, { authorization: '' });
  expect(before.json).toEqual({ needed: true });
  const owner = await server.signUp();
  const { cookie, email, password } = owner;
  const asOwner = await server.call('GET', '/api/session', undefined, { cookie });
  expect(asOwner.json).toMatchObject({
    role: 'owner',
    user: { email },
    account: { country: 'US' },
  });

  await expect(server.signUp()).rejects.toThrow(/403.*wrong_token/);

  const out = await server.call('DELETE', '/api/session', undefined, { cookie });
  expect(out.status).toBe(204);
  const after = await server.call('GET', '/api/session', undefined, { cookie });
  expect(after).toMatchObject({ status: 401, json: { code: 'not_signed_in' } });

  const wrong = await server.call('POST', '/api/session', { email, password: `${password}!` });
  expect(wrong).toMatchObject({ status: 401, json: { code: 'wrong_credentials' } });
  const again = await server.call('POST', '/api/session', { email, password });
  expect(again).toMatchObject({ status: 201, json: { user: { email } } });
});
