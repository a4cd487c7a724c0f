import { z } from 'zod';
import { optOutProposalPage, proposalDecision } from '../../contract/opt-out-proposal.ts';
import { paging } from '../../contract/page-of.ts';
import { decideProposal, listProposals } from '../../inbox/proposals.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

/** Answers that may be opt-outs and may not: a person decides. */
export function optOutProposalRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/opt-out-proposals',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Answers that sound like an opt-out and wait for a person, the oldest first',
        querystring: paging,
        response: { 200: optOutProposalPage },
      },
    },
    ({ principal: { accountId }, query }) =>
      asAccount(database, accountId, (client) => listProposals(client, accountId, query)),
  );

  server.post(
    '/opt-out-proposals/:id/decision',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Say whether it is an opt-out',
        params: z.object({ id: z.uuid() }),
        body: proposalDecision,
      },
    },
    async ({ principal: { accountId, user }, params, body }, reply) => {
      const isDecided = await asAccount(database, accountId, (client) =>
        decideProposal(client, clock, accountId, params.id, {
          accept: body.accept,
          decidedBy: user.name,
        }),
      );
      if (!isDecided)
        throw new HttpProblem('not_found', /*i18n*/ 'Nobody has to decide about this any more.');
      return reply.status(204).send();
    },
  );
}
