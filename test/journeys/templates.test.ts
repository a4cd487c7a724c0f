import { beforeAll, expect, test } from 'vitest';
import { preview } from '../../src/contract/plan.ts';
import { template, templateList } from '../../src/contract/template.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();
beforeAll(() => server.signUp());

const snow = {
  name: 'Snow',
  content: {
    sms: { text: 'Closed – it snows. {{ account.name }}', replaceCharacters: true },
    email: { subject: 'Closed', text: 'Dear {{ participant.first_name }}' },
  },
};

const names = async () =>
  templateList.parse((await server.call('GET', '/api/templates')).json).items.map((t) => t.name);

test('templates are saved, changed, listed by name and forgotten', async () => {
  const made = await server.call('POST', '/api/templates', snow);
  expect(made).toMatchObject({ status: 201, json: { ...snow, createdBy: 'Sam Keller' } });
  const { id } = template.parse(made.json);
  const again = await server.call('POST', '/api/templates', { ...snow, name: ' snow ' });
  expect(again).toMatchObject({
    status: 409,
    json: { code: 'name_taken', errors: [{ path: 'name' }] },
  });
  await server.call('POST', '/api/templates', { ...snow, name: 'burst pipe' });
  expect(await names()).toEqual(['burst pipe', 'Snow']);
  const { cookie } = await memberOf(server, 'member');
  const content = { sms: { text: 'Open again' } };
  const changed = await server.call(
    'PUT',
    `/api/templates/${id}`,
    { name: 'SNOW', content },
    { cookie },
  );
  expect(changed).toMatchObject({
    status: 200,
    json: { id, name: 'SNOW', content, createdBy: 'Sam Keller', changedBy: 'Vera' },
  });
  const taken = await server.call('PUT', `/api/templates/${id}`, { name: 'Burst Pipe', content });
  expect(taken.status).toBe(409);
  expect((await server.call('DELETE', `/api/templates/${id}`)).status).toBe(204);
  for (const method of ['DELETE', 'PUT'])
    expect(
      (await server.call(method, `/api/templates/${id}`, method === 'PUT' ? snow : undefined))
        .status,
    ).toBe(404);
  expect(await names()).toEqual(['burst pipe']);
});

test('of two that take a name at once one has it', async () => {
  const all = await Promise.all(
    Array.from({ length: 5 }, () =>
      server.call('POST', '/api/templates', { ...snow, name: 'Ice' }),
    ),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

test('a text that cannot be sent is not saved, and says why', async () => {
  const content = { sms: { text: 'Hi {{ participant.firstname }}' } };
  expect(await server.call('POST', '/api/templates', { name: 'Broken', content })).toMatchObject({
    status: 422,
    json: {
      errors: [{ path: 'content.sms.text', message: expect.stringContaining('did you mean') }],
    },
  });
  expect(await server.call('POST', '/api/templates', { name: 'a\nb', content })).toMatchObject({
    status: 422,
  });
});

test('a viewer reads them and writes none', async () => {
  const { cookie } = await memberOf(server, 'viewer');
  expect((await server.call('GET', '/api/templates', undefined, { cookie })).status).toBe(200);
  expect((await server.call('POST', '/api/templates', snow, { cookie })).status).toBe(403);
});

test('what is replaced in a text shows in its preview, names and all', async () => {
  const audience = { people: [{ name: 'Nia O’Neill', phone: '+12125550123' }] };
  const text = '“Closed” – {{ participant.name }}';
  const ask = async (sms: object) => {
    const { json } = await server.call('POST', '/api/previews', { audience, content: { sms } });
    return preview.parse(json).messages[0];
  };
  expect(await ask({ text })).toMatchObject({
    text: '“Closed” – Nia O’Neill',
    sms: { encoding: 'UCS-2', unicode: ['“', '”', '–', '’'] },
  });
  expect(await ask({ text, replaceCharacters: true })).toMatchObject({
    text: `"Closed" - Nia O'Neill`,
    sms: { encoding: 'GSM-7', unicode: [] },
  });
});
