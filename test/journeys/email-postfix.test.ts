import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { broadcast } from '../../src/contract/broadcast.ts';
import { provider } from '../../src/contract/provider.ts';
import { manyPeople } from '../support/many-people.ts';
import { isSmtpSinkThere, smtpSinkName, startSmtpSink } from '../support/smtp-sink.ts';
import { testServer } from '../support/test-server.ts';
import { waitFor } from '../support/wait-for.ts';

const server = await testServer();
const PEOPLE = 500;

describe.skipIf(!isSmtpSinkThere)(smtpSinkName, () => {
  test('a broadcast by email reaches 500 people, each once', async () => {
    await server.signUp();
    const sink = await startSmtpSink();
    const smtp = {
      host: '127.0.0.1',
      port: sink.port,
      security: 'none',
      fromAddress: 'desk@example.com',
    };
    const made = await server.call('POST', '/api/providers', {
      kind: 'smtp',
      name: 'Postfix',
      smtp,
    });
    const providerId = provider.parse(made.json).id;
    await server.call('PUT', '/api/channels/email', { providerId });
    const sent = await server.call(
      'POST',
      '/api/broadcasts',
      {
        audience: { people: manyPeople(PEOPLE) },
        content: {
          email: { subject: 'Closed', text: 'Dear {{ participant.name }}, we are closed.' },
        },
      },
      { 'idempotency-key': 'closed by postfix' },
    );
    const { id } = broadcast.parse(sent.json);
    const done = await waitFor(
      async () => broadcast.parse((await server.call('GET', `/api/broadcasts/${id}`)).json),
      ({ state }) => state === 'sent',
      60_000,
    );
    expect(done.counts.with_carrier).toBe(PEOPLE);
    const mails = await Promise.all((await sink.mails()).map((octets) => simpleParser(octets)));
    const got = mails.flatMap(({ to }) => to ?? []).map(({ text }) => text);
    const expected = manyPeople(PEOPLE).map(({ name, email }) => `"${name}" <${email}>`);
    expect(got.toSorted()).toEqual(expected.toSorted());
  });
});
