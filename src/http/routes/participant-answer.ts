import { z } from 'zod';
import { setAnswer, takeBackAnswer } from '../../calendars/set-answer.ts';
import { answerHeld, answerSaid, type ParticipantAnswer } from '../../contract/answer.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const PATH = '/participants/:id/answer';
const ofParticipant = z.object({ id: z.uuid() });

/** What a participant answered about their appointment, as it is said at the desk. */
export function participantAnswerRoutes(server: Server, { database, clock }: HttpContext): void {
  server.put(
    PATH,
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Say what a participant answered',
        description:
          'It holds in place of what the calendar or a key said, until the calendar says something else than it does now. Who is messaged does not change by it.',
        params: ofParticipant,
        body: answerSaid,
        response: { 200: answerHeld },
      },
    },
    ({ principal: { accountId, user }, params, body }) =>
      asAccount(database, accountId, async (client) => {
        const said = { said: body.said, by: user.name, at: clock.now() };
        return heldOr404(await setAnswer(client, accountId, params.id, said));
      }),
  );

  server.delete(
    PATH,
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Take back what a participant answered: what the calendar says holds again',
        params: ofParticipant,
        response: { 200: answerHeld },
      },
    },
    ({ principal: { accountId }, params }) =>
      asAccount(database, accountId, async (client) =>
        heldOr404(await takeBackAnswer(client, accountId, params.id)),
      ),
  );
}

function heldOr404(answer: ParticipantAnswer | null | undefined) {
  if (answer === undefined) throw new HttpProblem('not_found');
  return { answer };
}
