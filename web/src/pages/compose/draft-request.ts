import { t } from '@lingui/core/macro';
import type { Audience } from '../../../../src/contract/audience.ts';
import type { BroadcastRequest } from '../../../../src/contract/broadcast.ts';
import type { Content } from '../../../../src/contract/content.ts';
import type { PlanRequest, PreviewRequest } from '../../../../src/contract/plan.ts';
import { type Draft, emailOf, hasPeople, newDraft } from './draft.ts';
import { chosenContactsOf } from './draft-contacts.ts';
import { filesOf, isSpoken, voiceOf } from './draft-media.ts';
import { formerRecipientsOf } from './draft-recipients.ts';
import { isCallOnly, waysOf, writtenChannels } from './ways.ts';

/** How long everything is held, so that it can be taken back. */
export const undoSeconds = 10;

/**
 * What to ask the plan for; null while nobody is in To or no channel is on. Who gets something does
 * not depend on the words but for the appointment's fields, so an unwritten text is stood in for by
 * a dash.
 */
export function planRequestOf(draft: Draft): PlanRequest | null {
  const audience = audienceOf(draft);
  if (audience === null || draft.channels.length === 0) return null;
  return {
    audience,
    content: contentOf(draft, '-'),
    ...fallbackOf(draft),
    ...callOnlyOf(draft),
    ...copyModeOf(draft),
    ...laterOf(draft),
    ...resolveOf(draft),
  };
}

/** What to ask the preview for: only what is written; null while there is nothing to show. */
export function previewRequestOf(draft: Draft): PlanRequest | null {
  const audience = audienceOf(draft);
  const content = contentOf(draft, '');
  if (audience === null || Object.keys(content).length === 0) return null;
  return { audience, content, ...callOnlyOf(draft), ...copyModeOf(draft) };
}

/** What to ask for the fields of whoever comes first; the words have no say in who that is. */
export function fieldValuesRequestOf(draft: Draft): PreviewRequest | null {
  const audience = audienceOf(draft);
  if (audience === null || draft.channels.length === 0) return null;
  const unwritten = { ...newDraft(), channels: draft.channels };
  return { audience, content: contentOf(unwritten, '-'), ...copyModeOf(draft), index: 0 };
}

/** What to send; null while something is missing, which `missingOf` names. */
export function broadcastRequestOf(draft: Draft): BroadcastRequest | null {
  const audience = audienceOf(draft);
  if (audience === null || missingOf(draft).length > 0) return null;
  const { redial } = waysOf(draft);
  return {
    audience,
    content: contentOf(draft, ''),
    ...fallbackOf(draft),
    ...(redial && { redial }),
    ...callOnlyOf(draft),
    ...copyModeOf(draft),
    ...laterOf(draft),
    ...resolveOf(draft),
    ...replacesOf(draft),
    undoSeconds: draft.later ? 0 : undoSeconds,
  };
}

/** What is still to be filled in, in the words of the page: a list that follows "Still missing:". */
export function missingOf(draft: Draft): string[] {
  const { later } = draft;
  return [
    ...(audienceOf(draft) === null ? [t`people in To`] : []),
    ...missingWords(draft),
    ...(later && (later.date === '' || later.time === '') ? [t`the day and time`] : []),
  ];
}

/** What is still to be written. */
export function missingWords(draft: Draft): string[] {
  const channels = writtenChannels(draft);
  return [
    ...(channels.length === 0 ? [t`a text, an email or a call`] : []),
    ...(channels.includes('sms') && draft.sms.trim() === '' ? [t`the text`] : []),
    ...(channels.includes('email') && draft.subject.trim() === '' ? [t`the subject`] : []),
    ...(channels.includes('email') && emailOf(draft).trim() === '' ? [t`the email`] : []),
    ...(channels.includes('voice') && !isSpoken(draft) ? [t`what the call says`] : []),
  ];
}

function audienceOf(draft: Draft): Audience | null {
  if (!hasPeople(draft)) return null;
  const { ticked, contacts, tags, groups, recipients, people } = draft;
  return {
    ...(ticked && { appointments: ticked.selection }),
    ...(contacts && { contacts: chosenContactsOf(contacts) }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(groups.length > 0 && { groups: groups.map(({ id }) => id) }),
    ...(recipients && { recipients: formerRecipientsOf(recipients) }),
    people: people.map(({ id: _, ...person }) => person),
  };
}

/** The words and files as the server takes them; `standIn` stands in for what is not written. */
export function contentOf(draft: Draft, standIn: string): Content {
  const written = (text: string) => text.trim() || standIn;
  const channels = writtenChannels(draft);
  const [sms, subject, email] = [draft.sms, draft.subject, emailOf(draft)].map(written);
  const voice = voiceOf(draft, standIn);
  return {
    ...(channels.includes('sms') &&
      sms && {
        sms: {
          text: sms,
          ...filesOf(draft.smsFiles),
          ...(draft.plainly && { replaceCharacters: true }),
        },
      }),
    ...(channels.includes('email') && (email || subject)
      ? {
          email: {
            subject: subject || '-',
            [draft.richEmail === null ? 'text' : 'html']: email || '-',
            ...filesOf(draft.emailFiles),
            ...(draft.fromName.trim() && { fromName: draft.fromName.trim() }),
            ...(draft.replyTo.trim() && { replyTo: draft.replyTo.trim() }),
            ...(draft.unsubscribe && { unsubscribe: true }),
          },
        }
      : {}),
    ...(channels.includes('voice') && voice && { voice }),
  };
}

function fallbackOf(draft: Draft) {
  const { fallback } = waysOf(draft);
  return fallback.length === 0 ? {} : { fallback };
}

function callOnlyOf(draft: Draft) {
  return isCallOnly(draft) ? { callOnlyWithoutSms: true } : {};
}

/**
 * Whether who gets it can be left open until it goes out: there is a time, and a filter, a group or what became of
 * people.
 */
export function canResolveLate(draft: Draft): boolean {
  const { later, ticked, contacts, tags, groups, recipients } = draft;
  const isFiltered =
    (ticked !== null && 'filter' in ticked.selection) ||
    contacts?.kind === 'all' ||
    [tags, groups].some((part) => part.length > 0);
  return later !== null && (isFiltered || recipients !== null);
}

function resolveOf(draft: Draft) {
  const isDated = 'sendLater' in laterOf(draft);
  const isLate = isDated && draft.resolvesLate && canResolveLate(draft);
  return isLate ? { resolve: 'at_sending' as const } : {};
}

function laterOf({ later }: Draft) {
  if (!later || later.date === '' || later.time === '') return {};
  return { sendLater: { wall: `${later.date}T${later.time}`, zone: later.zone } };
}

function replacesOf({ replaces }: Draft) {
  return replaces ? { replaces: replaces.id, validMinutes: replaces.validMinutes } : {};
}

function copyModeOf({ copyMode }: Draft) {
  return copyMode === null ? {} : { copyMode };
}
