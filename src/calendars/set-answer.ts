import type { Answer, ParticipantAnswer } from '../contract/answer.ts';
import type { Queryable } from '../platform/database.ts';

/** What a person here says that somebody answered, who says so, and when. */
type Said = { said: Answer; by: string; at: Date };

type Row = {
  said: Answer | null;
  source: ParticipantAnswer['source'];
  at: Date;
  by: string | null;
};

const HELD =
  'returning answer as said, answer_source as source, answered_at as at, answered_by as by';

/**
 * Notes at the desk what a participant answered. It holds until somebody says something else, or the calendar
 * does than it did before. undefined: there is no such participant.
 */
export async function setAnswer(
  client: Queryable,
  accountId: string,
  participantId: string,
  { said, by, at }: Said,
): Promise<ParticipantAnswer | null | undefined> {
  const { rows } = await client.query<Row>(
    `update participant set answer = $3, answer_source = 'desk', answered_at = $4, answered_by = $5
      where account_id = $1 and id = $2 ${HELD}`,
    [accountId, participantId, said, at, by],
  );
  return held(rows[0]);
}

/** Takes back what was answered: what the calendar says holds again. undefined: there is no such participant. */
export async function takeBackAnswer(
  client: Queryable,
  accountId: string,
  participantId: string,
): Promise<ParticipantAnswer | null | undefined> {
  const { rows } = await client.query<Row>(
    `update participant
        set answer = calendar_answer, answered_by = null, answered_at = calendar_answered_at,
            answer_source = case when calendar_answer is not null then 'calendar'::answer_source end
      where account_id = $1 and id = $2 ${HELD}`,
    [accountId, participantId],
  );
  return held(rows[0]);
}

function held(row: Row | undefined): ParticipantAnswer | null | undefined {
  if (row === undefined) return undefined;
  const { said, source, at, by } = row;
  return said === null ? null : { said, source, at: at.toISOString(), by };
}
