import { z } from 'zod';
import { audience } from './audience.ts';
import { channel } from './channel.ts';
import { content, copyMode } from './content.ts';
import { checkWays, fallback } from './fallback.ts';
import { mailSender } from './mail-sender.ts';
import { price } from './price.ts';
import { checkResolve, resolve } from './resolve.ts';
import { quietWait, timing } from './timing.ts';

export const exclusionReason = z.enum([
  'opted_out',
  'no_address',
  'invalid_address',
  'not_sms_capable',
  'duplicate',
  'appointment_cancelled',
  'consent_missing',
  'country_not_allowed',
  'premium_number',
  'over_daily_cap',
  'empty_field',
]);
export type ExclusionReason = z.infer<typeof exclusionReason>;

const composing = z.strictObject({
  audience,
  content,
  copyMode: copyMode.optional(),
  callOnlyWithoutSms: z.boolean().optional().meta({
    description:
      'With a text and a call: call only whose number takes no texts. Whose number may or may not gets the text, and the call if that fails for this reason',
  }),
});

/** What would be sent, and when; the part of a broadcast that decides who gets what. */
export const planParts = composing.extend({
  fallback: fallback.optional(),
  resolve: resolve.optional(),
  ...timing.shape,
});
export const planRequest = planParts.superRefine(checkWays).superRefine(checkResolve);
export type PlanRequest = z.infer<typeof planRequest>;

export const exclusion = z.object({
  name: z.string(),
  channel,
  reason: exclusionReason,
  detail: z
    .string()
    .meta({ description: 'whose message stands for them, which field, or as written' }),
});
export type Exclusion = z.infer<typeof exclusion>;

/** A file of a message, and how it goes. */
const plannedFile = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int().meta({ description: 'Bytes that go' }),
  goes: z.enum(['with_message', 'as_link']).meta({
    description: 'with_message: as MMS, or in the mail. as_link: its address stands below the text',
  }),
});
export type PlannedFile = z.infer<typeof plannedFile>;

/** Numbers that may be landlines or mobiles by their numbering plan, and what asking a provider tells. */
const planLookups = z.object({
  unknown: z.int().meta({ description: 'Numbers that could be looked up now' }),
  answered: z.int().meta({ description: 'Numbers that were looked up, within the last 90 days' }),
  unanswered: z.int().meta({ description: 'Numbers that were asked for in vain, or are just now' }),
  provider: z.string().meta({ description: 'Who would be asked, and is paid' }),
  price: price.meta({ description: 'Of one number' }),
  cost: price.meta({ description: 'Of those that would be looked up now' }),
  leftToday: z.int().meta({ description: 'So many more may be looked up today' }),
  whenSent: z.boolean().meta({
    description: 'They are looked up by themselves when it is sent (looksUp of the sending policy)',
  }),
});

export type PlanLookups = z.infer<typeof planLookups>;

/** What is unusual about it, to be told before it goes out; none of it keeps anything from being sent. */
const warnings = z.object({
  wrongDay: z
    .object({
      words: z.array(z.string()).meta({ description: 'As they are written: ["tomorrow"]' }),
      people: z
        .int()
        .meta({ description: 'Whose appointment is on none of the days that these mean' }),
      of: z.int().meta({ description: 'People with an appointment who are told them' }),
    })
    .nullable()
    .meta({
      description:
        'A text says today, tomorrow or a weekday (in English, Spanish, French or German) to people of another day than that word means when it goes out',
    }),
  oddHour: z
    .object({
      count: z.int().meta({ description: 'Texts and calls that go out at night' }),
      of: z.int().meta({ description: 'Texts and calls in all' }),
      time: z
        .string()
        .meta({ description: 'By the clock of most of their recipients, as in 02:30' }),
    })
    .nullable()
    .meta({
      description:
        'Between 21:00 and 8:00 where they go, and no quiet hours hold them back until after that',
    }),
  firstToMany: z
    .boolean()
    .meta({ description: 'No message of the account went to more than 25 people before' }),
});

/** Who gets what, who does not, and why: computed by the statement that later writes the deliveries. */
export const plan = z.object({
  isEstimate: z.boolean().meta({
    description: 'Who gets it is worked out again when it goes out (resolve: at_sending)',
  }),
  appointments: z.int(),
  people: z.int(),
  reached: z.int().meta({ description: 'People whom at least one message stands for' }),
  wantsCount: z
    .boolean()
    .meta({ description: 'So large a send wants confirmCount, the number reached' }),
  copyMode,
  speaksOfAppointment: z.boolean().meta({ description: 'A text uses event.*' }),
  deliveries: z.record(channel, z.int()),
  smsSegments: z
    .object({
      encoding: z.enum(['GSM-7', 'UCS-2']),
      total: z
        .int()
        .meta({ description: 'for the whole audience; an estimate over 1,000 recipients' }),
      largest: z.int(),
    })
    .nullable(),
  fallbacks: z
    .array(
      z.object({
        from: channel,
        to: channel,
        upTo: z.int().meta({ description: 'People whom it could be tried for' }),
        atOnce: z.int().meta({
          description: 'Those among them whom nothing before can be sent to',
        }),
      }),
    )
    .meta({ description: 'What could be sent besides, to whom a channel does not reach' }),
  callOnly: z
    .object({
      upTo: z.int().meta({ description: 'Calls to numbers of which it is not known yet' }),
      lookups: planLookups.nullable().meta({
        description: 'null: no provider of texts can look numbers up now',
      }),
    })
    .nullable()
    .meta({
      description:
        'With callOnlyWithoutSms: what could be called besides, where the text cannot reach',
    }),
  cost: z
    .object({
      currency: z.string(),
      amount: z.number(),
      leftToday: z
        .number()
        .nullable()
        .meta({ description: 'Of the spending cap; null: there is none' }),
    })
    .nullable()
    .meta({ description: 'An estimate by the prices of the providers; null: free' }),
  files: z.array(plannedFile).meta({ description: 'Of the text message, in order' }),
  excluded: z.array(z.object({ channel, reason: exclusionReason, count: z.int() })),
  quietWait: quietWait
    .extend({
      expiring: z
        .int()
        .meta({ description: 'Of the count, whose time is over before their quiet hours' }),
      deliveries: z.record(channel, z.int()).meta({ description: 'The count by channel' }),
    })
    .nullable()
    .meta({ description: 'Who would wait for quiet hours' }),
  warnings,
  exclusions: z.array(exclusion).meta({ description: 'The first 200 by name' }),
});
export type Plan = z.infer<typeof plan>;

/** Which recipient's rendering is asked for, counted from 0. */
export const previewRequest = composing.extend({ index: z.int32().min(0).default(0) });
export type PreviewRequest = z.infer<typeof previewRequest>;

/** What one real recipient would get. */
export const preview = z.object({
  index: z.int(),
  total: z.int(),
  name: z.string(),
  messages: z.array(
    z.object({
      channel,
      address: z.string(),
      subject: z.string().optional(),
      text: z.string(),
      html: z.string().optional().meta({ description: 'Of an email, as it goes out' }),
      sender: mailSender.optional(),
      files: z.array(plannedFile),
      call: z
        .object({
          audioId: z.uuid().nullable(),
          voicemail: z.string().nullable(),
          voicemailAudioId: z.uuid().nullable(),
        })
        .optional(),
      sms: z
        .object({
          encoding: z.enum(['GSM-7', 'UCS-2']),
          characters: z.int(),
          segments: z.int(),
          unicode: z.array(z.string()).meta({ description: 'The characters that GSM-7 lacks' }),
        })
        .optional(),
    }),
  ),
});
export type Preview = z.infer<typeof preview>;
