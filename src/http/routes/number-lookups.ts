import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { readSendingPolicy } from '../../account/sending-policy.ts';
import { knownNumbers } from '../../audience/known-numbers.ts';
import { knownNumber } from '../../contract/known-number.ts';
import { lookupOffer, lookupRequest, lookupResult } from '../../contract/number-lookup.ts';
import { durabilityProblem } from '../../delivery/durability.ts';
import { MOST_NUMBERS } from '../../delivery/lookup/look-up-for.ts';
import { lookUpNumbers } from '../../delivery/lookup/look-up-numbers.ts';
import { readLookupOffer } from '../../delivery/lookup/lookup-desk.ts';
import { readFieldBook } from '../../message/field-book.ts';
import { asAccount, asEngineFor } from '../../platform/database.ts';
import { readPhoneNumber } from '../../platform/phone-number.ts';
import { lookupUntil } from '../../schedule/lookup-wait.ts';
import { lookupsToday } from '../../schedule/lookups-today.ts';
import { unknownNumbers } from '../../schedule/unknown-numbers.ts';
import { composeOrRefuse } from '../compose-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** What is known of numbers, and looking them up because a person asks for it who knows what it costs. */
export function numberLookupRoutes(server: Server, context: HttpContext): void {
  const { database, clock, openProvider: open } = context;

  server.get(
    '/numbers/:number',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What is known of a number, from where, and since when',
        params: z.object({ number: z.string().max(100) }),
        response: { 200: knownNumber },
      },
    },
    async ({ principal: { accountId }, params }) => {
      const account = await readAccount(database.engine, accountId);
      const number = readPhoneNumber(params.number, account.country);
      if ('problem' in number) {
        const errors = [{ path: 'number', message: number.problem }];
        throw new HttpProblem('invalid_input', number.problem, errors);
      }
      const [known] = await asAccount(database, accountId, (client) =>
        knownNumbers(client, accountId, [number.e164], clock.now()),
      );
      if (!known) throw new HttpProblem('internal');
      return known;
    },
  );

  server.get(
    '/number-lookups/offer',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Who looks numbers up, for how much, and how many today',
        response: { 200: lookupOffer },
      },
    },
    async ({ principal: { accountId } }) => {
      const now = clock.now();
      const offer = await readLookupOffer(database.engine, open, accountId, now);
      if (!offer) return { offer: null };
      const account = await readAccount(database.engine, accountId);
      const policy = await readSendingPolicy(database.engine, accountId);
      const today = await lookupsToday(database.engine, account, policy, offer.price, now);
      return { offer: { ...offer, ...today } };
    },
  );

  server.post(
    '/number-lookups',
    {
      config: { allow: 'configure', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary:
          'Look up the numbers of a message that may be landlines or mobiles; it costs money',
        body: lookupRequest,
        response: { 200: lookupResult },
      },
    },
    async ({ principal, body: { atMost, ...request } }) => {
      const unsafe = await durabilityProblem(database.engine);
      if (unsafe) throw new HttpProblem('database_unsafe', unsafe);
      const account = await readAccount(database.engine, principal.accountId);
      const policy = await readSendingPolicy(database.engine, account.id);
      const book = await readFieldBook(database.engine, account.id, principal.user);
      const now = clock.now();
      const composed = await composeOrRefuse(context, account, request, policy, now, book);
      if (!composed.callOnly) {
        const message =
          /*i18n*/ 'Only where a call goes to who cannot be texted it matters what a number is.';
        throw new HttpProblem('invalid_input', message, [{ path: 'callOnlyWithoutSms', message }]);
      }
      const offer = await readLookupOffer(database.engine, open, account.id, now);
      if (!offer) throw new HttpProblem('no_lookup');
      const today = await lookupsToday(database.engine, account, policy, offer.price, now);
      if (today.leftToday === 0) throw new HttpProblem('lookups_used_up');
      const numbers = await asEngineFor(database, account.id, (client) =>
        unknownNumbers(client, composed.selection, Math.min(atMost, MOST_NUMBERS)),
      );
      const tools = { database, clock, open };
      const result = await lookUpNumbers(tools, account, numbers, lookupUntil(now));
      if (!result) throw new HttpProblem('no_lookup');
      return result;
    },
  );
}
