import { readAccount } from '../../account/account.ts';
import type { Principal } from '../../account/principal.ts';
import { readSendingPolicy } from '../../account/sending-policy.ts';
import { fieldValues } from '../../contract/insertable-field.ts';
import {
  type PlanRequest,
  plan,
  planRequest,
  preview,
  previewRequest,
} from '../../contract/plan.ts';
import { readLookupOffer } from '../../delivery/lookup/lookup-desk.ts';
import { readFieldBook } from '../../message/field-book.ts';
import { asEngineFor } from '../../platform/database.ts';
import { fieldValuesOf } from '../../schedule/field-values.ts';
import { planBroadcast } from '../../schedule/plan.ts';
import { previewBroadcast } from '../../schedule/preview.ts';
import { composeOrRefuse } from '../compose-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** Who would get what, before anything is sent. All of it only reads, though it takes a body. */
export function planRoutes(server: Server, context: HttpContext): void {
  const { database, clock, links, openProvider } = context;
  const read = async ({ accountId, user }: Principal, body: PlanRequest) => {
    const account = await readAccount(database.engine, accountId);
    const policy = await readSendingPolicy(database.engine, account.id);
    const book = await readFieldBook(database.engine, account.id, user);
    const composed = await composeOrRefuse(context, account, body, policy, clock.now(), book);
    return { account, policy, book, composed };
  };

  server.post(
    '/plans',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Who would get what, who would not, and why',
        body: planRequest,
        response: { 200: plan },
      },
    },
    async ({ principal, body }) => {
      const { account, policy, composed } = await read(principal, body);
      const now = clock.now();
      const lookupOffer = composed.callOnly
        ? await readLookupOffer(database.engine, openProvider, account.id, now)
        : null;
      const planned = { ...composed, lookupOffer };
      return asEngineFor(database, account.id, (client) =>
        planBroadcast(client, account, principal.user, planned, { timing: body, policy, now }),
      );
    },
  );

  server.post(
    '/previews',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What one real recipient would get',
        body: previewRequest,
        response: { 200: preview },
      },
    },
    async ({ principal, body }) => {
      const { account, composed } = await read(principal, body);
      const found = await asEngineFor(database, account.id, (client) =>
        previewBroadcast(client, account, principal.user, composed, body.index, links.example),
      );
      if (!found) throw new HttpProblem('nobody_to_reach');
      return found;
    },
  );

  server.post(
    '/field-values',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What each field that a text may name says of one real recipient',
        body: previewRequest,
        response: { 200: fieldValues },
      },
    },
    async ({ principal, body }) => {
      const { account, book, composed } = await read(principal, body);
      const found = await asEngineFor(database, account.id, (client) =>
        fieldValuesOf(client, book, composed, body.index),
      );
      if (!found) throw new HttpProblem('nobody_to_reach');
      return found;
    },
  );
}
