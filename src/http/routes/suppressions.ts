import { Readable } from 'node:stream';
import { readAccount } from '../../account/account.ts';
import { removeSuppression } from '../../audience/allow-again.ts';
import { exportSuppressions } from '../../audience/export-suppressions.ts';
import { importSuppressions } from '../../audience/import-suppressions.ts';
import { listSuppressions } from '../../audience/read-suppressions.ts';
import { suppress } from '../../audience/suppress.ts';
import {
  removalRequest,
  suppression,
  suppressionImport,
  suppressionPage,
  suppressionQuery,
  suppressionRequest,
} from '../../contract/suppression.ts';
import { asAccount, asEngineFor } from '../../platform/database.ts';
import { addressOrRefuse } from '../address-or-refuse.ts';
import type { HttpContext, Server } from '../context.ts';
import { fileOrRefuse, tooLarge } from '../file-of-form.ts';
import { HttpProblem } from '../problems.ts';

/** The list of whom not to contact. */
export function suppressionRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/suppressions',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Whom not to contact, by which channel and why, newest first',
        querystring: suppressionQuery,
        response: { 200: suppressionPage },
      },
    },
    ({ principal: { accountId }, query }) =>
      asEngineFor(database, accountId, (client) => listSuppressions(client, accountId, query)),
  );

  server.get(
    '/suppressions/export',
    {
      config: { allow: 'configure' },
      schema: { summary: 'The whole list as CSV', produces: ['text/csv'] },
    },
    ({ principal: { accountId } }, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="do-not-contact.csv"')
        .send(Readable.from(exportSuppressions(database, accountId))),
  );

  server.post(
    '/suppressions',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Put an address on the list; nothing is sent there from now on',
        body: suppressionRequest,
        response: { 200: suppression, 201: suppression },
      },
    },
    async ({ principal: { accountId, user }, body }, reply) => {
      const account = await readAccount(database.engine, accountId);
      const address = addressOrRefuse(body.channel, body.address, account);
      const { isNew, row } = await asEngineFor(database, accountId, async (client) => {
        const added = { ...body, address, recordedBy: user.name };
        const isNew = await suppress(client, clock, accountId, added);
        const { channel } = body;
        const found = await listSuppressions(client, accountId, {
          channel,
          text: address,
          limit: 500,
        });
        const row = found.items.find((one) => one.address === address.toLowerCase());
        return { isNew, row };
      });
      if (!row) throw new Error('what was put on the list stands there');
      return reply.status(isNew ? 201 : 200).send(row);
    },
  );

  server.post(
    '/suppressions/import',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Put a list on ours (multipart field “file”, CSV in UTF-8)',
        description:
          'Columns by name: address, and beside it channel, reason and note; without names the first one is the address. Lines that cannot be read are listed; the others come in.',
        consumes: ['multipart/form-data'],
        response: { 200: suppressionImport },
      },
    },
    async (request) => {
      const file = await fileOrRefuse(request, /*i18n*/ 'Choose a CSV file.');
      const { accountId, user } = request.principal;
      const account = await readAccount(database.engine, accountId);
      const bytes = await file.toBuffer();
      if (file.file.truncated) throw tooLarge();
      const text = new TextDecoder('utf-8').decode(bytes);
      return importSuppressions(database, clock, account, text, user.name);
    },
  );

  server.post(
    '/suppression-removals',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Take an address off the list',
        description:
          'Where they put themselves on it or complained, only their own word undoes it: it wants `confirm` and what they said, which is kept as evidence. A carrier that knows of their STOP goes on refusing until they send START.',
        body: removalRequest,
      },
    },
    async ({ principal: { accountId, user }, body }, reply) => {
      const account = await readAccount(database.engine, accountId);
      const { channel, words } = body;
      const address = addressOrRefuse(channel, body.address, account);
      const isConfirmed = body.confirm !== undefined;
      const outcome = await asAccount(database, accountId, (client) =>
        removeSuppression(client, clock, accountId, {
          channel,
          address,
          isConfirmed,
          words,
          recordedBy: user.name,
        }),
      );
      if (outcome === 'absent') {
        throw new HttpProblem('not_found', /*i18n*/ 'This address is not on the list.');
      }
      if (outcome === 'needs_word') {
        throw new HttpProblem(
          'their_word_needed',
          /*i18n*/ 'Ask them. If they want messages again, send “confirm”: “ALLOW” and their words.',
        );
      }
      return reply.status(204).send();
    },
  );
}
