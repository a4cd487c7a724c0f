import { readAccount } from '../../account/account.ts';
import { addExampleClinic } from '../../calendars/example/add-example.ts';
import { exampleRequest } from '../../contract/example-clinic.ts';
import { asAccount } from '../../platform/database.ts';
import { carriesForReal } from '../../providers/provider-store.ts';
import { removeExampleClinic } from '../../schedule/remove-example.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** A clinic to practise with, brought in and taken away in one call each. */
export function exampleClinicRoutes(server: Server, { database, clock }: HttpContext): void {
  server.put(
    '/example-clinic',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Bring in three weeks of an invented clinic',
        description: 'Only in practice mode, where no provider carries messages for real.',
        body: exampleRequest.nullish(),
      },
    },
    async ({ principal: { accountId }, body }, reply) => {
      const account = await readAccount(database.engine, accountId);
      await asAccount(database, accountId, async (client) => {
        if (await carriesForReal(client, accountId)) {
          throw new HttpProblem(
            'too_late',
            /*i18n*/ 'The example clinic is for practice only, and messages go out for real here already.',
          );
        }
        await addExampleClinic(client, account, body?.language ?? 'en', clock);
      });
      return reply.code(204).send();
    },
  );

  server.delete(
    '/example-clinic',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Take the example clinic away, with all that was sent to it',
        description: 'Refused with too_late while a message to its people has not ended.',
      },
    },
    async ({ principal: { accountId } }, reply) => {
      const outcome = await removeExampleClinic(database, clock, accountId);
      if (outcome === 'absent') throw new HttpProblem('not_found');
      if (outcome === 'open') {
        throw new HttpProblem(
          'too_late',
          /*i18n*/ 'A message to the example clinic has not ended yet: wait for its end or take it back first.',
        );
      }
      return reply.code(204).send();
    },
  );
}
