import { Readable } from 'node:stream';
import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { cancelImport, commitImport, setMapping } from '../../audience/import/change-import.ts';
import { errorReport } from '../../audience/import/error-report.ts';
import { listErrors, listImports, readImport } from '../../audience/import/read-imports.ts';
import { receiveFile } from '../../audience/import/receive-file.ts';
import { runImport } from '../../audience/import/run-import.ts';
import {
  type ContactImport,
  contactImport,
  contactImportErrors,
  contactImportList,
  contactImportMapping,
  contactImportQuery,
} from '../../contract/contact-import.ts';
import { paging } from '../../contract/page-of.ts';
import { asAccount } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { HttpContext, Server } from '../context.ts';
import { fileOrRefuse, letGoBy, wholeFile } from '../file-of-form.ts';
import { HttpProblem } from '../problems.ts';

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const byId = z.object({ id: z.uuid() });

/** Files of contacts: received, checked, committed, canceled. */
export function contactImportRoutes(server: Server, context: HttpContext): void {
  const { database, clock } = context;

  const running = new Set<Promise<void>>();
  let isClosing = false;
  server.addHook('onClose', async () => {
    isClosing = true;
    await Promise.all(running);
  });

  /** Goes on with an import in the background; the scheduler does, should this process end. */
  function goOn(accountId: string, id: string, log: Log): void {
    const run = runImport(database, clock, accountId, id, { mayGoOn: () => !isClosing })
      .catch((error: unknown) => log.error({ err: error }, 'http: an import was cut off'))
      .finally(() => running.delete(run));
    running.add(run);
  }

  server.post(
    '/contact-imports',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Upload a file of contacts (multipart field “file”): CSV or vCard',
        description:
          'Its columns are guessed and its rows checked in the background; nothing is written before it is committed. Up to 60 MB, 200,000 rows and 200 columns.',
        consumes: ['multipart/form-data'],
        querystring: contactImportQuery,
        response: { 201: contactImport },
      },
    },
    async (request, reply) => {
      const file = await fileOrRefuse(request, /*i18n*/ 'Choose a CSV or vCard file.');
      const { encoding, delimiter, header, keepRest } = request.query;
      const account = await readAccount(database.engine, request.principal.accountId);
      const id = await receiveFile(database.engine, clock, account, {
        bytes: wholeFile(file),
        fileName: file.filename,
        encoding,
        delimiter: delimiter && DELIMITERS[delimiter],
        hasHeader: header && header === 'yes',
        keepRest: keepRest === 'yes',
        createdBy: request.principal.user.name,
      }).catch(async (error: unknown) => {
        await letGoBy(file);
        if (error instanceof Refusal) throw new HttpProblem('not_contacts', error.sentence);
        if (error instanceof HttpProblem) throw error;
        throw request.raw.destroyed
          ? new HttpProblem('no_file', /*i18n*/ 'It did not come in whole.')
          : error;
      });
      goOn(account.id, id, request.log);
      return reply.status(201).send(await found(context, account.id, id));
    },
  );

  server.get(
    '/contact-imports',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The imports of contacts, newest first',
        querystring: paging,
        response: { 200: contactImportList },
      },
    },
    ({ principal: { accountId }, query }) =>
      asAccount(database, accountId, (client) => listImports(client, accountId, query)),
  );

  server.get(
    '/contact-imports/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'One import: how far it is, what it would do, or did',
        params: byId,
        response: { 200: contactImport },
      },
    },
    ({ principal, params }) => found(context, principal.accountId, params.id),
  );

  server.put(
    '/contact-imports/:id/mapping',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Say what each column becomes; all rows are checked again',
        params: byId,
        body: contactImportMapping,
        response: { 200: contactImport },
      },
    },
    async ({ principal: { accountId }, params: { id }, body: { mapping }, log }) => {
      const outcome = await setMapping(database, clock, accountId, id, mapping);
      if (outcome === 'missing') throw new HttpProblem('not_found');
      if (outcome === 'late')
        throw new HttpProblem('too_late', /*i18n*/ 'It was committed, or is over.');
      if (outcome !== 'changed') {
        throw wrongLength(outcome.columns);
      }
      goOn(accountId, id, log);
      return found(context, accountId, id);
    },
  );

  server.get(
    '/contact-imports/:id/errors',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'All that is wrong with rows, in the order of the file',
        params: byId,
        querystring: paging,
        response: { 200: contactImportErrors },
      },
    },
    async ({ principal: { accountId }, params: { id }, query }) => {
      await found(context, accountId, id);
      return asAccount(database, accountId, (client) => listErrors(client, accountId, id, query));
    },
  );

  server.get(
    '/contact-imports/:id/errors.csv',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The refused rows as a CSV file (text/csv), the reason in the last column',
        description: 'Mend them and import the file; the last column is left out then.',
        params: byId,
      },
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const { columns } = await found(context, accountId, id);
      const headers = columns.map(({ header }) => header);
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="refused-contacts.csv"')
        .send(Readable.from(errorReport(database.engine, accountId, id, headers)));
    },
  );

  server.post(
    '/contact-imports/:id/commit',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Write what was checked: all good rows at once, or none',
        description:
          'It is written in the background, whatever is killed meanwhile; repeat the call as often as you like.',
        params: byId,
        response: { 202: contactImport },
      },
    },
    async ({ principal: { accountId }, params: { id }, log }, reply) => {
      const { state } = await found(context, accountId, id);
      if (!(await commitImport(database.engine, clock, accountId, id))) {
        const why =
          state === 'canceled'
            ? /*i18n*/ 'It was canceled.'
            : /*i18n*/ 'It is still being checked.';
        throw new HttpProblem(state === 'canceled' ? 'too_late' : 'too_early', why);
      }
      goOn(accountId, id, log);
      return reply.status(202).send(await found(context, accountId, id));
    },
  );

  server.post(
    '/contact-imports/:id/cancellation',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Cancel an import; nothing of it is written',
        params: byId,
        response: { 200: contactImport },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      await found(context, accountId, id);
      if (!(await cancelImport(database.engine, clock, accountId, id))) {
        throw new HttpProblem('too_late', /*i18n*/ 'Everything has been written already.');
      }
      return found(context, accountId, id);
    },
  );
}

function wrongLength(columns: number): HttpProblem {
  const message = {
    text: /*i18n*/ 'the file has {columns, plural, one {# column} other {# columns}}; give a target for each',
    values: { columns },
  };
  return new HttpProblem('invalid_input', undefined, [{ path: 'mapping', message }]);
}

type Log = { error(fields: object, message: string): void };

async function found(
  { database }: HttpContext,
  accountId: string,
  id: string,
): Promise<ContactImport> {
  const one = await asAccount(database, accountId, (client) => readImport(client, accountId, id));
  if (!one) throw new HttpProblem('not_found', /*i18n*/ 'There is no such import.');
  return one;
}
