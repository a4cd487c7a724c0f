import { isSuppressed } from '../audience/is-suppressed.ts';
import { recordOptOut } from '../audience/opt-out.ts';
import type { Channel } from '../contract/channel.ts';
import type { OptOutProposalPage, ProposalReason } from '../contract/opt-out-proposal.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import type { Inbound } from './inbound.ts';
import { readOptOutWish } from './opt-out-wish.ts';

/** Lays an answer before a person where it sounds like an opt-out and nothing is sent there anyway. */
export async function proposeOptOut(
  client: Queryable,
  clock: Clock,
  accountId: string,
  inbound: Inbound,
): Promise<void> {
  const reason = readOptOutWish(inbound.text);
  if (reason === null || (await isSuppressed(client, accountId, inbound))) return;
  await addProposal(client, clock, accountId, inbound.id, reason);
}

/** Lays an answer before a person. */
export async function addProposal(
  client: Queryable,
  clock: Clock,
  accountId: string,
  inboundId: string,
  reason: ProposalReason,
): Promise<void> {
  await client.query(
    'insert into opt_out_proposal (account_id, inbound_id, reason, created_at) values ($1, $2, $3, $4)',
    [accountId, inboundId, reason, clock.now()],
  );
}

/** A page of what waits for a person, the oldest first. Served by opt_out_proposal_open. */
export async function listProposals(
  client: Queryable,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<OptOutProposalPage> {
  const { rows } = await client.query<OptOutProposalPage['items'][number]>(
    `select p.id, i.channel, i.address, p.reason, left(i.text, 1000) as text, iso(i.received_at) as "receivedAt"
       from opt_out_proposal p
       join inbound i on i.account_id = $1 and i.id = p.inbound_id
      where p.account_id = $1 and p.decided_at is null
        and ($2::text is null or p.id::text > $2)
      order by p.id limit $3`,
    [accountId, cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * Notes what a person decided. Accepted, it is an opt-out like a STOP, with what they wrote as evidence;
 * no confirmation is sent, as the minutes in which one may be are over. False where it was decided before,
 * or there is none of that id.
 */
export async function decideProposal(
  client: Queryable,
  clock: Clock,
  accountId: string,
  id: string,
  decision: { accept: boolean; decidedBy: string },
): Promise<boolean> {
  const { rows } = await client.query<{ channel: Channel; address: string; text: string }>(
    `update opt_out_proposal p set decided_at = $3, decided_by = $4, accepted = $5
       from inbound i
      where p.account_id = $1 and p.id = $2 and p.decided_at is null
        and i.account_id = $1 and i.id = p.inbound_id
      returning i.channel, i.address, i.text`,
    [accountId, id, clock.now(), decision.decidedBy, decision.accept],
  );
  const [row] = rows;
  if (!row) return false;
  if (decision.accept) {
    await recordOptOut(client, clock, accountId, {
      channel: row.channel,
      address: row.address,
      source: 'reply',
      words: row.text,
      detail: 'Read as an opt-out by a person',
      recordedBy: decision.decidedBy,
    });
  }
  return true;
}
