import { z } from 'zod';
import { erasure, erasureRequest, personExport } from '../../contract/person.ts';
import { asEngineFor } from '../../platform/database.ts';
import { erasePerson } from '../../status/person/erase-person.ts';
import { exportPerson } from '../../status/person/export-person.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const ofContact = z.object({ id: z.uuid() });

/** What a person may ask for: all that is held about them, and that it is erased. */
export function personRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/contacts/:id/export',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Everything that is held about a person',
        description:
          'The contact, those merged into it, appointments, each message with its text and attempts, consent, refusals, answers, and what was learned of their numbers.',
        params: ofContact,
        response: { 200: personExport },
      },
    },
    async ({ principal: { accountId }, params }, reply) => {
      const found = await asEngineFor(database, accountId, (client) =>
        exportPerson(client, accountId, params.id, clock.now()),
      );
      if (!found) throw new HttpProblem('not_found');
      return reply
        .header('content-disposition', `attachment; filename="person-${params.id}.json"`)
        .send(found);
    },
  );

  server.post(
    '/contacts/:id/erasure',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Erase a person for good',
        description:
          'Clears name, numbers, mailboxes and texts from contacts, calendars, messages and answers, and takes back what waits for them. Counts stay, and so does that an address must not be written to. It cannot be undone.',
        params: ofContact,
        body: erasureRequest,
        response: { 200: erasure },
      },
    },
    async ({ principal: { accountId, user }, params, body }) => {
      const done = await erasePerson(database, clock, accountId, params.id, {
        by: user.name,
        leaveAlone: body.leaveAlone,
      });
      if (done === 'missing') throw new HttpProblem('not_found');
      if (done === 'merged') {
        throw new HttpProblem(
          'contact_merged',
          /*i18n*/ 'This contact was merged into another one; erase that one, or undo the merge.',
        );
      }
      return done;
    },
  );
}
