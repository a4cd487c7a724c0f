import { readAccount } from '../../account/account.ts';
import { readMemberPhone, writeMemberPhone } from '../../account/member-phone.ts';
import { numberProblem } from '../../account/number-rules.ts';
import type { Principal } from '../../account/principal.ts';
import { readSendingPolicy } from '../../account/sending-policy.ts';
import type { Channel } from '../../contract/channel.ts';
import type { Sentence } from '../../contract/said.ts';
import { type TestRequest, testMessage, testRequest } from '../../contract/test-message.ts';
import { durabilityProblem } from '../../delivery/durability.ts';
import { readFieldBook } from '../../message/field-book.ts';
import { asEngineFor, type Queryable } from '../../platform/database.ts';
import { numberFacts } from '../../platform/number-facts.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import { give } from '../../platform/signals.ts';
import { createTest } from '../../schedule/create-test.ts';
import { recipientAt } from '../../schedule/recipient-at.ts';
import type { Composed } from '../../schedule/selection.ts';
import { composeOrRefuse } from '../compose-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { idempotency } from '../idempotency.ts';
import { HttpProblem } from '../problems.ts';

/** Tests to oneself: exactly what one recipient would get. */
export function testMessageRoutes(server: Server, context: HttpContext): void {
  const { database, clock, files } = context;

  server.post(
    '/tests',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Send what one recipient would get to yourself',
        headers: idempotency,
        body: testRequest,
        response: { 200: testMessage, 201: testMessage },
      },
    },
    async ({ principal, body, headers }, reply) => {
      const unsafe = await durabilityProblem(database.engine);
      if (unsafe) throw new HttpProblem('database_unsafe', unsafe);
      const account = await readAccount(database.engine, principal.accountId);
      const policy = await readSendingPolicy(database.engine, account.id);
      const book = await readFieldBook(database.engine, account.id, principal.user);
      const composed = await composeOrRefuse(context, account, body, policy, clock.now(), book);
      const { created, name, sentTo } = await asEngineFor(database, account.id, async (client) => {
        const recipient = await recipientAt(client, composed, body.index);
        if (!recipient) throw new HttpProblem('nobody_to_reach');
        const channels = recipient.messages.map(({ channel }) => channel);
        const own = await ownAddresses(
          client,
          principal,
          body,
          account.country,
          composed,
          channels,
        );
        const test = {
          request: body,
          composed,
          recipient,
          sentTo: own,
          writer: principal.user,
          links: files.links,
          idempotencyKey: headers['idempotency-key'],
        };
        const made = await createTest(client, clock, account, test);
        return { created: made, name: recipient.name, sentTo: own };
      });
      if (created.outcome === 'conflict') throw new HttpProblem('key_reused');
      await give(database.engine, { topic: 'work' });
      const status = created.outcome === 'created' ? 201 : 200;
      return reply.status(status).send({ id: created.id, name, sentTo });
    },
  );
}

/** Where each channel goes; refuses where whoever asks cannot be reached there. */
async function ownAddresses(
  client: Queryable,
  principal: Principal,
  request: TestRequest,
  country: string,
  composed: Composed,
  channels: readonly Channel[],
): Promise<{ channel: Channel; address: string }[]> {
  const needsPhone = channels.some((channel) => channel !== 'email');
  const phone = needsPhone ? await ownPhone(client, principal, request, country, composed) : '';
  const { email } = principal.user;
  if (channels.includes('email') && email === '') {
    throw refused(
      'content.email',
      /*i18n*/ 'Sign in on the page to get a test by email: nobody’s mailbox is known here.',
    );
  }
  const sentTo = channels.map((channel) => ({
    channel,
    address: channel === 'email' ? email : phone,
  }));
  const { rows } = await client.query<{ channel: Channel }>(
    `select s.channel from suppression s
       join unnest($2::channel[], $3::text[]) o (channel, address)
         on s.channel = o.channel and s.address = lower(o.address)
      where s.account_id = $1`,
    [principal.accountId, sentTo.map((to) => to.channel), sentTo.map((to) => to.address)],
  );
  const [stopped] = rows;
  if (stopped) {
    throw refused(
      stopped.channel === 'email' ? 'content.email' : 'phone',
      /*i18n*/ 'You opted out of messages there yourself, so no test goes there either.',
    );
  }
  return sentTo;
}

async function ownPhone(
  client: Queryable,
  { accountId, userId }: Principal,
  { phone }: TestRequest,
  country: string,
  composed: Composed,
): Promise<string> {
  const known = userId === null ? null : await readMemberPhone(client, accountId, userId);
  const written = phone ?? known;
  if (written === null) {
    throw refused('phone', /*i18n*/ 'Give the number that your tests go to; it is remembered.');
  }
  const number = readPhoneNumber(written, country);
  if ('problem' in number) throw refused('phone', number.problem);
  if (numberProblem(numberFacts(number.e164), composed.selection.numbers) !== null) {
    throw refused('phone', /*i18n*/ 'Settings › Sending does not allow numbers like this one.');
  }
  if (userId !== null) await writeMemberPhone(client, accountId, userId, number.e164);
  return number.e164;
}

function refused(path: string, message: Sentence): HttpProblem {
  return new HttpProblem('invalid_input', message, [{ path, message }]);
}
