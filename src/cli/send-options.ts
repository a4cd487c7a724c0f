import type { Content } from '../contract/content.ts';
import type { FallbackStep, Redial } from '../contract/fallback.ts';
import type { Timing } from '../contract/timing.ts';

/** The options of `headsup send` as they were typed. */
export type SendOptions = {
  calendar?: string;
  from?: string;
  to?: string;
  unreachedOf?: string;
  reachedBy?: string;
  group?: string[];
  filter?: string;
  sms?: string;
  emailSubject?: string;
  email?: string;
  fromName?: string;
  replyTo?: string;
  call?: string;
  fallback?: FallbackStep[];
  redial?: Redial;
  callOnlyWithoutSms?: boolean;
  at?: string;
  zone?: string;
  country?: string;
  validFor?: number;
  ignoreQuietHours?: boolean;
  confirm?: number;
  dryRun?: boolean;
  json?: boolean;
};

/** The texts; a sentence where they make no message. */
export function contentOf(options: SendOptions): Content | { problem: string } {
  const { sms, email, emailSubject, fromName, replyTo, call } = options;
  if ((email === undefined) !== (emailSubject === undefined)) {
    return { problem: 'An email needs both --email-subject and --email.' };
  }
  if (email === undefined && (fromName !== undefined || replyTo !== undefined)) {
    return { problem: '--from-name and --reply-to are of an email: give --email too.' };
  }
  if (sms === undefined && email === undefined && call === undefined) {
    return { problem: 'Say what to send: --sms, --email-subject with --email, or --call.' };
  }
  return {
    ...(sms === undefined ? {} : { sms: { text: sms } }),
    ...(email === undefined || emailSubject === undefined
      ? {}
      : {
          email: {
            subject: emailSubject,
            text: email,
            ...(fromName === undefined ? {} : { fromName }),
            ...(replyTo === undefined ? {} : { replyTo }),
          },
        }),
    ...(call === undefined ? {} : { voice: { text: call } }),
  };
}

/** The field of the API that each option fills. */
export const optionOfField: Readonly<Record<string, string>> = {
  'audience.appointments.filter.from': '--from',
  'audience.appointments.filter.to': '--to',
  'audience.appointments.filter.text': '--filter',
  'audience.recipients.broadcastId': '--unreached-of or --reached-by',
  'audience.groups': '--group',
  'content.sms.text': '--sms',
  'content.email.subject': '--email-subject',
  'content.email.text': '--email',
  'content.email.fromName': '--from-name',
  'content.email.replyTo': '--reply-to',
  'content.voice.text': '--call',
  fallback: '--fallback',
  redial: '--redial',
  callOnlyWithoutSms: '--call-only-without-sms',
  'sendLater.wall': '--at',
  'sendLater.zone': '--zone',
  validMinutes: '--valid-for',
  confirmCount: '--confirm',
  timeZone: '--zone',
  country: '--country',
};

/** When it goes out and until when; `2026-03-08 09:00` is taken as with a T, in the zone or in `home`. */
export function timingOf(
  { at, zone, validFor, ignoreQuietHours }: SendOptions,
  home: string,
): Timing {
  return {
    ...(at === undefined
      ? {}
      : { sendLater: { wall: at.trim().replace(/\s+/, 'T'), zone: zone ?? home } }),
    ...(validFor === undefined ? {} : { validMinutes: validFor }),
    ...(ignoreQuietHours ? { ignoreQuietHours } : {}),
  };
}
