import type { Channel } from '../contract/channel.ts';
import type { Content } from '../contract/content.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { sqlFile } from '../platform/sql-file.ts';

const ANSWER = sqlFile(import.meta.url, './sql/answer-keyword.sql');

/** What is answered to a STOP, START or HELP. */
export type KeywordAnswer = {
  /** Of the inbound message: one answer each. */
  inboundId: string;
  title: string;
  content: Content;
  channel: Channel;
  address: string;
  validMinutes: number;
  /** It goes out although the address is suppressed: the confirmation of a STOP, and help. */
  despiteStop: boolean;
};

/**
 * Writes the answer in the caller's transaction, which also does what is answered: both are there or
 * neither. The engine sends it once. Give `work` after the commit, so that it goes out at once.
 */
export async function answerKeyword(
  client: Queryable,
  clock: Clock,
  accountId: string,
  answer: KeywordAnswer,
): Promise<void> {
  const { inboundId, title, content, channel, address, validMinutes, despiteStop } = answer;
  const isEmail = channel === 'email';
  const fields: RecipientFields = {
    participant: {
      name: '',
      first_name: '',
      last_name: '',
      phone: isEmail ? '' : address,
      email: isEmail ? address : '',
    },
    event: null,
  };
  await client.query(ANSWER, [
    accountId,
    `inbound:${inboundId}`,
    title,
    JSON.stringify(content),
    channel,
    address,
    JSON.stringify(fields),
    clock.now(),
    validMinutes,
    despiteStop,
  ]);
}
