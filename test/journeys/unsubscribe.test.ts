import { afterAll, beforeAll, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { contact } from '../../src/contract/contact.ts';
import { preview } from '../../src/contract/plan.ts';
import { provider } from '../../src/contract/provider.ts';
import { startMailServer } from '../support/mail-server.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer({ publicUrl: 'http://desk.example.com' });
const mail = await startMailServer();
afterAll(() => mail.close());

const audience = {
  people: [
    { name: 'Ana Ruiz', email: 'ana@example.com' },
    { name: 'Bo Lund', email: 'bo@example.com' },
  ],
};
const email = {
  subject: 'News',
  text: 'Dear {{ participant.first_name }}, we have news.',
  fromName: 'The Böard of Hill Street',
  replyTo: 'answers@example.com',
  unsubscribe: true,
};

beforeAll(async () => {
  await server.signUp();
  const smtp = {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromAddress: 'desk@example.com',
  };
  const made = await server.call('POST', '/api/providers', { kind: 'smtp', name: 'Ours', smtp });
  const { id } = provider.parse(made.json);
  await server.call('PUT', '/api/channels/email', { providerId: id });
});

/** Sends to both, and gives the paths of the links that they got. */
async function send(key: string, count: number): Promise<Map<string, string>> {
  const sent = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content: { email } },
    { 'idempotency-key': key },
  );
  expect(sent.status).toBe(201);
  expect(broadcast.parse(sent.json).state).not.toBe('canceled');
  await waitFor(
    async () => mail.mails.length,
    (length) => length === count,
  );
  const links = mail.mails.splice(0).map(({ to, octets, parsed }) => {
    const link =
      /^List-Unsubscribe: <(\S+)>\r$/m.exec(octets.replace(/\r\n[ \t]/g, ' '))?.[1] ?? '';
    expect(octets).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(parsed.text).toContain(`\nUnsubscribe: ${link}`);
    expect(parsed.html).toContain(`<a href="${link}">Unsubscribe</a>`);
    expect(parsed.from?.text).toBe('"The Böard of Hill Street" <desk@example.com>');
    expect(parsed.replyTo?.text).toBe('answers@example.com');
    return [to, new URL(link).pathname] as const;
  });
  return new Map(links);
}

/** As whoever got the mail: without a session. */
function visit(method: string, path: string, headers: Record<string, string> = {}) {
  return fetch(`${server.url}${path}`, { method, headers });
}

test('a link under an email: looking changes nothing, one click ends it for that address', async () => {
  const links = await send('the first', 2);
  const [ana = '', bo = ''] = [links.get('ana@example.com'), links.get('bo@example.com')];
  expect(ana).not.toBe(bo);

  const page = await visit('GET', ana);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<form method="post"><button>Unsubscribe</button></form>');
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  expect((await send('looked at', 2)).size).toBe(2);

  // As a mail reader's server does it (RFC 8058), and again as a browser does from a page of no origin.
  const form = 'application/x-www-form-urlencoded';
  const clicked = await fetch(`${server.url}${ana}`, {
    method: 'POST',
    headers: { 'content-type': form },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.status).toBe(200);
  const again = await visit('POST', ana, { origin: 'null', 'content-type': form });
  expect(again.status).toBe(200);
  expect(await again.text()).toContain('You get no more emails');

  expect([...(await send('unsubscribed', 1)).keys()]).toEqual(['bo@example.com']);
  const plan = await server.call('POST', '/api/plans', { audience, content: { email } });
  expect(plan.json).toMatchObject({
    deliveries: { email: 1 },
    excluded: [{ channel: 'email', reason: 'opted_out', count: 1 }],
  });
  const { rows } = await server.database.engine.query(
    `select address, source, words from consent where state = 'revoked'`,
  );
  expect(rows).toEqual([{ address: 'ana@example.com', source: 'link', words: 'Unsubscribe' }]);
});

test('a link that was guessed or changed ends nothing', async () => {
  for (const path of ['/u/preview', '/u/x', `/u/${'A'.repeat(70)}`, '/u/%00', '/u/..%2f']) {
    for (const method of ['GET', 'POST']) {
      const answer = await visit(method, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain('This link does not work');
    }
  }
});

test('the preview shows where the link stands, but has none', async () => {
  const shown = await server.call('POST', '/api/previews', { audience, content: { email } });
  const [message] = preview.parse(shown.json).messages;
  expect(message?.text).toContain('Unsubscribe: http');
  expect(message?.html).toMatch(/<a href="http[^"]*\/u\/preview">Unsubscribe<\/a>/);
});

test('the link is called by the language of whoever gets it', async () => {
  for (const [language, word] of [
    ['fr-CA', 'Se désabonner'],
    ['es', 'Darse de baja'],
    ['de', 'Abbestellen'],
    ['nl', 'Unsubscribe'],
  ]) {
    const addresses = [{ kind: 'email', address: `${language}@example.com` }];
    const made = await server.call('POST', '/api/contacts', { name: 'Luc', language, addresses });
    const contactIds = [contact.parse(made.json).id];
    const asked = {
      audience: { people: [], contacts: { includeIds: contactIds } },
      content: { email },
    };
    const shown = await server.call('POST', '/api/previews', asked);
    const [message] = preview.parse(shown.json).messages;
    expect(message?.text).toContain(`\n${word}: http`);
    expect(message?.html).toContain(`>${word}</a>`);
  }
});

test('without the wish for it there is no link and no header', async () => {
  const { unsubscribe: _, ...plain } = email;
  const sent = await server.call(
    'POST',
    '/api/broadcasts',
    { audience, content: { email: plain } },
    { 'idempotency-key': 'without a link' },
  );
  expect(sent.status).toBe(201);
  await waitFor(
    async () => mail.mails.length,
    (length) => length === 1,
  );
  const [only] = mail.mails.splice(0);
  expect(only?.octets).not.toMatch(/unsubscribe/i);
});
