import type { TickedAppointments } from '../../../../src/contract/audience.ts';
import type { Channel } from '../../../../src/contract/channel.ts';
import type { CopyMode } from '../../../../src/contract/content.ts';
import type { FallbackStep, Redial } from '../../../../src/contract/fallback.ts';
import type { DraftContacts } from './draft-contacts.ts';
import { type DraftCall, type DraftFile, plainCall } from './draft-media.ts';
import type { DraftRecipients } from './draft-recipients.ts';
import type { Person } from './parse-people.ts';

/** A saved group that a message is for. */
export type DraftGroup = { id: string; name: string };

/** A message that is being written. */
export type Draft = {
  /** Makes that a double click, or a second try after a lost answer, sends once. */
  key: string;
  ticked: { selection: TickedAppointments; appointments: number } | null;
  contacts: DraftContacts | null;
  /** It is for all contacts with one of them. */
  tags: readonly string[];
  groups: readonly DraftGroup[];
  recipients: DraftRecipients | null;
  people: readonly Person[];
  /** What it is sent as at first. */
  channels: readonly Channel[];
  /** What is tried for whom these do not reach, as it was chosen; ways.ts says what of it still makes sense. */
  fallback: readonly FallbackStep[];
  redial: Redial | null;
  /** With text and call: call only whose number takes no texts. */
  callOnly: boolean;
  sms: string;
  /** Curly quotes, dashes and the like go out as plain characters in the text. */
  plainly: boolean;
  subject: string;
  email: string;
  /** The email as rich text, in HTML; null: it is written as plain text. */
  richEmail: string | null;
  /** Whom the email is from and where answers go; empty: as the account says. */
  fromName: string;
  replyTo: string;
  /** Each email ends with a link by which its recipient gets no more. */
  unsubscribe: boolean;
  voice: string;
  smsFiles: readonly DraftFile[];
  emailFiles: readonly DraftFile[];
  call: DraftCall;
  /** Null: as the texts suggest. */
  copyMode: CopyMode | null;
  later: Later | null;
  /** The scheduled message that this one goes out in place of; null: it is one of its own. */
  replaces: { id: string; title: string; validMinutes: number; takenBack?: number } | null;
  /** Sent later: to who matches the filter then, not now. */
  resolvesLate: boolean;
  /** Let it go out in quiet hours too, where somebody would wait for them. */
  isLoud: boolean;
  /** Ticked appointments came to people who were there already: it may not be meant for both. */
  isMixed: boolean;
  /** Milliseconds by this machine's clock; null before the first change. */
  savedAt: number | null;
};

/**
 * A wall clock: a day as in 2026-03-08, a time as in 09:00, and the zone that it is meant in, or
 * `recipient` for each recipient's own.
 */
export type Later = { date: string; time: string; zone: string };

/** A draft that is for nobody. */
export const nobody = {
  ticked: null,
  contacts: null,
  tags: [],
  groups: [],
  recipients: null,
  people: [],
};

/** An empty draft, by text. */
export function newDraft(): Draft {
  return {
    key: crypto.randomUUID(),
    ...nobody,
    channels: ['sms'],
    fallback: [],
    redial: null,
    callOnly: false,
    sms: '',
    plainly: false,
    subject: '',
    email: '',
    richEmail: null,
    fromName: '',
    replyTo: '',
    unsubscribe: false,
    voice: '',
    smsFiles: [],
    emailFiles: [],
    call: plainCall,
    copyMode: null,
    later: null,
    replaces: null,
    resolvesLate: false,
    isLoud: false,
    isMixed: false,
    savedAt: null,
  };
}

/** Whether it is for anybody. */
export function hasPeople(draft: Draft): boolean {
  const { ticked, contacts, tags, groups, recipients, people } = draft;
  const isForSome = [ticked, contacts, recipients].some((part) => part !== null);
  return isForSome || [tags, groups, people].some((part) => part.length > 0);
}

/** Whether there is nothing in it that anyone would miss. */
export function isBlank(draft: Draft): boolean {
  const { sms, subject, voice, smsFiles, emailFiles, call } = draft;
  const sounds = [call.sound, call.voicemailSound].filter((sound) => sound !== null);
  const files = smsFiles.length + emailFiles.length + sounds.length;
  const words = `${sms}${subject}${emailOf(draft)}${voice}`;
  return !hasPeople(draft) && files === 0 && words.trim() === '';
}

/** Whether a message was begun: more than the ticks, which stand on the page as well. */
export function isBegun(draft: Draft): boolean {
  return !isBlank({ ...draft, ticked: null });
}

/** The email as it is written, rich or plain; empty where nothing is. */
export function emailOf({ email, richEmail }: Draft): string {
  return richEmail ?? email;
}
