import { z } from 'zod';
import { channel } from './channel.ts';
import { pageOf } from './page-of.ts';

export const proposalReason = z.enum(['opt_out', 'wrong_person', 'maybe_appointment']).meta({
  description:
    'opt_out: they seem to want no more of it. wrong_person: the number seems to be another’s. ' +
    'maybe_appointment: obeyed as an opt-out already; they may have meant their appointment',
});
export type ProposalReason = z.infer<typeof proposalReason>;

/** An answer that a person has to look at, as it may be an opt-out and may not. */
export const optOutProposal = z.object({
  id: z.uuid(),
  channel,
  address: z.string(),
  reason: proposalReason,
  text: z.string().meta({ description: 'What they wrote' }),
  receivedAt: z.iso.datetime(),
});

export type OptOutProposal = z.infer<typeof optOutProposal>;

export const optOutProposalPage = pageOf(optOutProposal);
export type OptOutProposalPage = z.infer<typeof optOutProposalPage>;

/** What a person decides about it. */
export const proposalDecision = z.strictObject({
  accept: z.boolean().meta({
    description:
      'true: it is an opt-out, which is obeyed now (or stays so). false: it is none; what was obeyed already stays, as only they can undo it',
  }),
});
