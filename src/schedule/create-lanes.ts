import type { BroadcastRequest } from '../contract/broadcast.ts';
import { channels } from '../contract/channel.ts';
import { callIfNoText } from '../contract/fallback.ts';
import type { Queryable } from '../platform/database.ts';

/**
 * The lanes of a new broadcast, one for each channel that has a text. That of a fallback stays empty
 * until somebody was not reached; where calls are only for who cannot be texted (`callOnly`), theirs
 * watches the texts that fail for this reason. A message to one typed person is single: it goes before broadcasts.
 */
export async function createLanes(
  client: Queryable,
  accountId: string,
  broadcastId: string,
  { audience, content, fallback = [] }: Pick<BroadcastRequest, 'audience' | 'content' | 'fallback'>,
  callOnly: boolean,
): Promise<void> {
  const { people, ...others } = audience;
  const isSingle = people.length === 1 && Object.values(others).every((part) => !part);
  const written = channels.filter((channel) => content[channel] !== undefined);
  const steps = callOnly ? [...fallback, callIfNoText] : fallback;
  const from = written.map((channel) => steps.find((step) => step.from === channel));
  const to = written.map((channel) => steps.find((step) => step.to === channel));
  await client.query(
    `insert into lane (account_id, kind, broadcast_id, channel, falls_to, silence_minutes, fallback_for, falls_for)
     select $1, $7::lane_kind, $2, w.channel, w.falls_to, w.silence, w.fallback_for,
            case when $8 and w.channel = 'sms' then '{not_sms_capable}'::failure_reason[] end
       from unnest($3::channel[], $4::channel[], $5::integer[], $6::channel[])
         as w (channel, falls_to, silence, fallback_for)`,
    [
      accountId,
      broadcastId,
      written,
      from.map((step) => step?.to ?? null),
      from.map((step) => step?.silenceMinutes ?? null),
      to.map((step) => step?.from ?? null),
      isSingle ? 'single' : 'broadcast',
      callOnly,
    ],
  );
}
