import { beforeAll, expect, test } from 'vitest';
import type { ConsentPage } from '../../src/contract/consent.ts';
import type { OptOutProposalPage } from '../../src/contract/opt-out-proposal.ts';
import type { SandboxDevice } from '../../src/contract/sandbox.ts';
import type { SuppressionPage } from '../../src/contract/suppression.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const ana = '+12125550101';

beforeAll(async () => {
  await server.signUp();
});

test('lists whom not to contact with who, when and why, finds them, and takes them off', async () => {
  for (const [n, note] of ['Moved away', '=HYPERLINK("http://evil.example")', ''].entries()) {
    const body = { channel: 'email', address: `P${n}@example.com`, note };
    expect((await server.call('POST', '/api/suppressions', body)).status).toBe(201);
    expect((await server.call('POST', '/api/suppressions', body)).status).toBe(200);
  }
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${first.next}`);
  expect(second.next).toBeNull();
  const all = [...first.items, ...second.items];
  expect(all.map(({ address }) => address).sort()).toEqual([
    'p0@example.com',
    'p1@example.com',
    'p2@example.com',
  ]);
  expect((await list('?text=P0%40')).items).toEqual([
    {
      channel: 'email',
      address: 'p0@example.com',
      reason: 'manual',
      note: 'Moved away',
      recordedBy: 'Sam Keller',
      recordedAt: expect.any(String),
    },
  ]);
  expect((await list('?reason=stop')).items).toEqual([]);
  expect((await list('?channel=sms')).items).toEqual([]);
  const removal = { channel: 'email', address: 'P0@example.com' };
  expect((await server.call('POST', '/api/suppression-removals', removal)).status).toBe(204);
  expect((await server.call('POST', '/api/suppression-removals', removal)).status).toBe(404);
});

test('gives the list as a file in which no spreadsheet finds a formula', async () => {
  const response = await fetch(new URL('/api/suppressions/export', server.url), {
    headers: { authorization: `Bearer ${server.token}` },
  });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toBe('"channel","address","reason","note","since","by"');
  expect(lines).toHaveLength(4);
  expect(lines.find((line) => line.includes('p1@'))).toContain(
    `"'=HYPERLINK(""http://evil.example"")"`,
  );
  for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
});

test('takes in a list, the same again without change, and what it gave itself', async () => {
  const lines = [
    'address,reason,note',
    'gone@example.com,hard_bounce,=1+1',
    '12,,',
    '+12125550177,stop,',
  ];
  expect(await upload(lines.join('\n'))).toMatchObject({
    status: 200,
    json: { added: 2, known: 0, unreadable: 1, problems: [{ line: 3 }] },
  });
  expect((await list('?text=gone')).items).toMatchObject([{ reason: 'hard_bounce', note: '=1+1' }]);
  const whole = await fetch(new URL('/api/suppressions/export', server.url), {
    headers: { authorization: `Bearer ${server.token}` },
  });
  const answer = await upload(await whole.text());
  expect(answer.json).toMatchObject({ added: 0, known: 4, unreadable: 0 });
  expect((await server.call('POST', '/api/suppressions/import', {})).status).toBe(400);
  const theirs = { channel: 'sms', address: '+12125550177', confirm: 'ALLOW', words: 'Yes' };
  expect((await server.call('POST', '/api/suppression-removals', theirs)).status).toBe(204);
});

test('a STOP from a pretend phone is obeyed and confirmed, once; only their word undoes it', async () => {
  const id = crypto.randomUUID();
  const answered = await reply('STOP', { id });
  expect(answered).toMatchObject({ replies: [{ text: 'STOP', meaning: 'stop' }] });
  expect((await reply('STOP', { id })).replies).toHaveLength(1);
  const phone = await waitFor(
    () => device(),
    ({ received }) => received === 1,
  );
  expect(phone.messages[0]?.text).toContain('You will get no more messages');
  expect((await list('?channel=sms')).items).toMatchObject([
    { address: ana, reason: 'stop', recordedBy: '' },
  ]);
  const removal = { channel: 'sms', address: ana };
  for (const given of [
    removal,
    { ...removal, confirm: 'ALLOW' },
    { ...removal, words: 'She asked for texts again' },
  ]) {
    expect(await server.call('POST', '/api/suppression-removals', given)).toMatchObject({
      status: 409,
      json: { code: 'their_word_needed' },
    });
  }
  const whole = { ...removal, confirm: 'ALLOW', words: 'She asked for texts again' };
  expect((await server.call('POST', '/api/suppression-removals', whole)).status).toBe(204);
  const path = `/api/consents?address=${encodeURIComponent(ana)}`;
  const { items } = (await server.call('GET', path)).json as ConsentPage;
  expect(items).toMatchObject([
    { state: 'granted', words: 'She asked for texts again', recordedBy: 'Sam Keller' },
    { state: 'revoked', words: 'STOP', source: 'reply' },
  ]);
});

test('what only sounds like an opt-out waits for a person, who decides once', async () => {
  await reply('Stop. Thank you', { address: '+12125550111' });
  await reply('wrong number, stop', { address: '+12125550112' });
  await reply('CANCEL', { address: '+12125550113' });
  await reply('can I stop by at 5?', { address: '+12125550114' });
  const open = await proposals();
  expect(open.items.map(({ address, reason, text }) => [address, reason, text])).toEqual([
    ['+12125550111', 'opt_out', 'Stop. Thank you'],
    ['+12125550112', 'wrong_person', 'wrong number, stop'],
    ['+12125550113', 'maybe_appointment', 'CANCEL'],
  ]);
  const listed = async () => (await list('?channel=sms')).items.map(({ address }) => address);
  expect(await listed()).toEqual(['+12125550113']);
  const [first, second, third] = open.items.map(
    ({ id }) => `/api/opt-out-proposals/${id}/decision`,
  );
  expect((await server.call('POST', `${first}`, { accept: true })).status).toBe(204);
  expect((await server.call('POST', `${first}`, { accept: false })).status).toBe(404);
  expect((await server.call('POST', `${second}`, { accept: false })).status).toBe(204);
  expect((await server.call('POST', `${third}`, { accept: false })).status).toBe(204);
  expect((await proposals()).items).toEqual([]);
  expect((await listed()).sort()).toEqual(['+12125550111', '+12125550113']);
  const confirmed = await waitFor(
    () => device('+12125550113'),
    ({ received }) => received === 1,
  );
  expect(confirmed.messages[0]?.text).toContain('This cancelled no appointment');
  // Somebody who stopped us is not shown again.
  await reply('please stop', { address: '+12125550111' });
  expect((await proposals()).items).toEqual([]);
});

test('nobody answers as a real person: only pretend devices do', async () => {
  await server.database.engine.query(`delete from channel_provider where channel = 'email'`);
  const body = { channel: 'email', address: 'ana@example.com', text: 'START' };
  expect(await server.call('POST', '/api/sandbox/replies', body)).toMatchObject({ status: 404 });
});

function upload(text: string) {
  const form = new FormData();
  form.set('file', new Blob([text], { type: 'text/csv' }), 'list.csv');
  return server.call('POST', '/api/suppressions/import', form);
}

async function list(query = ''): Promise<SuppressionPage> {
  return (await server.call('GET', `/api/suppressions${query}`)).json as SuppressionPage;
}

async function proposals(): Promise<OptOutProposalPage> {
  return (await server.call('GET', '/api/opt-out-proposals')).json as OptOutProposalPage;
}

async function reply(
  text: string,
  { address = ana, ...rest }: { address?: string; id?: string } = {},
): Promise<SandboxDevice> {
  const body = { channel: 'sms', address, text, ...rest };
  const { status, json } = await server.call('POST', '/api/sandbox/replies', body);
  expect(status).toBe(200);
  return json as SandboxDevice;
}

async function device(address = ana): Promise<SandboxDevice> {
  const path = `/api/sandbox/devices?kind=phone&text=${encodeURIComponent(address)}`;
  const { items } = (await server.call('GET', path)).json as { items: SandboxDevice[] };
  return items[0] ?? ({ received: 0, messages: [] } as unknown as SandboxDevice);
}
