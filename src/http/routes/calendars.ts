import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { listCalendars } from '../../calendars/list-calendars.ts';
import { uploadCalendar } from '../../calendars/upload.ts';
import { calendar, importQuery, importReport } from '../../contract/calendar.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { fileOrRefuse, tooLarge } from '../file-of-form.ts';
import { HttpProblem } from '../problems.ts';

/** The way in: calendars and the files that feed them. */
export function calendarRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/calendars',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The calendars, with how many appointments each has',
        response: { 200: z.object({ items: z.array(calendar) }) },
      },
    },
    async ({ principal }) => ({
      items: await asAccount(database, principal.accountId, (client) => listCalendars(client)),
    }),
  );

  server.post(
    '/calendars/import',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Upload an .ics file (multipart field “file”)',
        description: 'Events that cannot be read are listed with their line; the others come in.',
        consumes: ['multipart/form-data'],
        querystring: importQuery,
        response: { 200: importReport },
      },
    },
    async (request) => {
      const file = await fileOrRefuse(request, /*i18n*/ 'Choose an .ics file.');
      const account = await readAccount(database.engine, request.principal.accountId);
      const bytes = await file.toBuffer();
      // toBuffer looks only before a file's last piece; half a calendar must not come in as a whole.
      if (file.file.truncated) throw tooLarge();
      const upload = {
        bytes,
        fileName: file.filename,
        ...(request.query.name === undefined ? {} : { name: request.query.name }),
      };
      const result = await uploadCalendar(database, account, upload, clock);
      if ('unreadable' in result) throw new HttpProblem('not_a_calendar', result.unreadable);
      return result.report;
    },
  );
}
