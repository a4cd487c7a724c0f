import type { Account } from '../account/account.ts';
import { liftOwnStop } from '../audience/allow-again.ts';
import { isSuppressed } from '../audience/is-suppressed.ts';
import { recordOptOut } from '../audience/opt-out.ts';
import { currentConsent, recordConsent } from '../audience/record-consent.ts';
import type { InboundMeaning } from '../contract/inbound.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import { answerKeyword } from '../schedule/answer-keyword.ts';
import { answerLanguage } from './answer-language.ts';
import { type AnswerKind, answerContent } from './answer-texts.ts';
import type { Inbound } from './inbound.ts';
import type { Keyword } from './keywords.ts';
import { addProposal } from './proposals.ts';

/**
 * Minutes in which a STOP may be confirmed: a text within five is taken to be within the consent that
 * ended (47 CFR 64.1200(a)(12)). Later none goes out.
 */
const CONFIRMATION_MINUTES = 5;
const ANSWER_MINUTES = 60;

/** Does what a word says, in the caller's transaction. `message`: from them it means nothing of the kind. */
export async function obeyKeyword(
  client: Queryable,
  clock: Clock,
  account: Account,
  inbound: Inbound,
  keyword: Keyword,
): Promise<InboundMeaning> {
  const { channel, address, sentTo, text: words } = inbound;
  const detail = sentTo === '' ? '' : `Sent to ${sentTo}`;
  const answer = (kind: AnswerKind) => sendAnswer(client, clock, account, inbound, keyword, kind);
  if (keyword.meaning === 'help') {
    await answer('help');
    return 'help';
  }
  const evidence = { channel, address, source: 'reply', words, detail } as const;
  if (keyword.meaning === 'stop') {
    const isNew = await recordOptOut(client, clock, account.id, evidence);
    if (isNew) await answer(keyword.maybeAppointment ? 'stopped_not_appointment' : 'stopped');
    if (keyword.maybeAppointment) {
      await addProposal(client, clock, account.id, inbound.id, 'maybe_appointment');
    }
    return 'stop';
  }
  const wasStopped = await liftOwnStop(client, account.id, inbound);
  if (!wasStopped && keyword.onlyOnceStopped) return 'message';
  const known = await currentConsent(client, account.id, inbound);
  const hasAgreed = known?.state === 'granted' && known.basis === 'explicit';
  if (!wasStopped && hasAgreed) return 'start';
  await recordConsent(client, clock, account.id, {
    ...evidence,
    state: 'granted',
    basis: 'explicit',
    recordedBy: '',
  });
  if (!(await isSuppressed(client, account.id, inbound))) await answer('started');
  return 'start';
}

function sendAnswer(
  client: Queryable,
  clock: Clock,
  account: Account,
  { id, channel, address }: Inbound,
  { meaning, word, language }: Keyword,
  kind: AnswerKind,
): Promise<void> {
  return answerKeyword(client, clock, account.id, {
    inboundId: id,
    title: `Answer to ${word.toUpperCase()}`,
    content: answerContent(channel, kind, answerLanguage(language, address, account)),
    channel,
    address,
    validMinutes: meaning === 'stop' ? CONFIRMATION_MINUTES : ANSWER_MINUTES,
    despiteStop: meaning !== 'start',
  });
}
