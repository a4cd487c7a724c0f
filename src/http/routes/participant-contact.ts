import { z } from 'zod';
import { readMatch } from '../../audience/read-match.ts';
import { chooseContact, unchooseContact } from '../../calendars/choose-contact.ts';
import { contactChoice, contactMatch } from '../../contract/contact-choice.ts';
import { asAccount, type Queryable } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const PATH = '/participants/:id/contact';
const ofParticipant = z.object({ id: z.uuid() });

/** Which contact a participant is. */
export function participantContactRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    PATH,
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Which contact a participant is, or may be',
        params: ofParticipant,
        response: { 200: contactMatch },
      },
    },
    ({ principal: { accountId }, params }) =>
      asAccount(database, accountId, (client) => matchOf(client, accountId, params.id)),
  );

  server.put(
    PATH,
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Choose which contact a participant is',
        description:
          'Holds for everybody of the same name and address, on appointments that come later too; of a name alone, for this participant only.',
        params: ofParticipant,
        body: contactChoice,
        response: { 200: contactMatch },
      },
    },
    ({ principal: { accountId, user }, params, body }) =>
      asAccount(database, accountId, async (client) => {
        const choice = { contactId: body.contactId, by: user.name, at: clock.now() };
        refuse(await chooseContact(client, accountId, params.id, choice));
        return matchOf(client, accountId, params.id);
      }),
  );

  server.delete(
    PATH,
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Forget the choice: the participant is matched by itself again',
        params: ofParticipant,
        response: { 200: contactMatch },
      },
    },
    ({ principal: { accountId }, params }) =>
      asAccount(database, accountId, async (client) => {
        refuse(await unchooseContact(client, accountId, params.id));
        return matchOf(client, accountId, params.id);
      }),
  );
}

async function matchOf(client: Queryable, accountId: string, participantId: string) {
  const match = await readMatch(client, accountId, participantId);
  if (!match) throw new HttpProblem('not_found');
  return match;
}

function refuse(outcome: string): void {
  if (outcome === 'no_participant') throw new HttpProblem('not_found');
  if (outcome === 'busy') throw new HttpProblem('busy');
  if (outcome !== 'no_contact') return;
  const message = /*i18n*/ 'there is no such contact, or another one stands for it';
  throw new HttpProblem('invalid_input', undefined, [{ path: 'contactId', message }]);
}
