import type { Pool } from 'pg';
import type { MailSender } from '../../contract/mail-sender.ts';
import type { SandboxCall, SandboxFault } from '../../contract/sandbox.ts';
import type { Clock } from '../../platform/clock.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { Submission } from '../provider.ts';
import type { PlannedReceipt } from './behaviour.ts';

const faultsSql = sqlFile(import.meta.url, './sql/faults.sql');
const keepSql = sqlFile(import.meta.url, './sql/keep.sql');
const findReferenceSql = sqlFile(import.meta.url, './sql/find-reference.sql');

/** A message to be kept, and the receipts to be given for it. */
export type KeptMessage = {
  submission: Submission;
  arrives: boolean;
  receipts: readonly PlannedReceipt[];
};

/** What is stored of a message beside its address; `arrives` false: the carrier has it, the device never got it. */
type MessageContent = {
  name: string;
  subject: string | null;
  text: string;
  html: string | null;
  /** Of an email: whom it is from and where answers go, as its head says. */
  email: MailSender | null;
  arrives: boolean;
  files: { id: string; name: string; type: string; size: number }[];
  /** Of a call: what was played and what keys mean, as whoever or whatever answered it heard it. */
  call: SandboxCall | null;
};

/** What is set for the device of each submission, in their order. */
export async function faultsOf(
  pool: Pool,
  submissions: readonly Submission[],
): Promise<SandboxFault[]> {
  const { rows } = await pool.query<{ fault: SandboxFault | null }>(faultsSql, [
    submissions.map((submission) => submission.accountId),
    submissions.map((submission) => submission.channel),
    submissions.map((submission) => submission.address),
  ]);
  return rows.map(({ fault }) => fault ?? 'none');
}

/** Keeps messages and their receipts in one statement; the ids it gave, in their order. */
export async function keepMessages(
  pool: Pool,
  clock: Clock,
  messages: readonly KeptMessage[],
): Promise<string[]> {
  const now = clock.now();
  const receipts = messages.flatMap(({ receipts }, index) =>
    receipts.map(({ after, ...report }) => ({
      number: index + 1,
      report: JSON.stringify(report),
      dueAt: new Date(now.getTime() + after),
    })),
  );
  const { rows } = await pool.query<{ id: string }>(keepSql, [
    messages.map(({ submission }) => submission.accountId),
    messages.map(({ submission }) => submission.reference),
    messages.map(({ submission }) => submission.channel),
    messages.map(({ submission }) => submission.address),
    messages.map(({ submission }) => senderOf(submission)),
    messages.map((message) => JSON.stringify(contentOf(message))),
    now,
    receipts.map(({ number }) => number),
    receipts.map(({ report }) => report),
    receipts.map(({ dueAt }) => dueAt),
  ]);
  return rows.map(({ id }) => id);
}

/** The id of the message taken under a reference, or null. */
export async function findReference(
  pool: Pool,
  accountId: string,
  reference: string,
): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(findReferenceSql, [accountId, reference]);
  return rows[0]?.id ?? null;
}

function contentOf({ submission, arrives, receipts }: KeptMessage): MessageContent {
  const { name, subject = null, text, email, media = [] } = submission;
  const files = media.map(({ id, name, type, size }) => ({ id, name, type, size }));
  const html = email?.html ?? null;
  const { fromName = null, replyTo = null } = email?.letter ?? {};
  const head = email ? { fromName, replyTo } : null;
  return {
    name,
    subject,
    text,
    html,
    email: head,
    arrives,
    files,
    call: null,
    ...callOf(submission, receipts),
  };
}

/** What a machine that answers is told, where it is something else. */
function callOf(
  { call, text, voicemail }: Submission,
  receipts: readonly PlannedReceipt[],
): Partial<MessageContent> {
  if (!call) return {};
  const { language, voice, keys } = call;
  const isMachine = receipts.some(({ answeredBy }) => answeredBy === 'machine');
  const own = isMachine && (voicemail !== undefined || call.voicemailAudio !== null);
  const audio = own ? call.voicemailAudio : call.audio;
  const facts = { language, voice, isMachine, audioId: audio?.id ?? null };
  return { text: own ? (voicemail ?? '') : text, call: { ...facts, keys: isMachine ? {} : keys } };
}

/** A number and a domain that are set aside for examples and reach nobody (RFC 2606). */
function senderOf({ channel }: Submission): string {
  return channel === 'email' ? 'desk@headsup.example' : '+12125550199';
}
