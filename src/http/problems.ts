import type { Problem } from '../contract/problem.ts';
import type { FieldSentence, Sentence } from '../contract/said.ts';
import { english, spoken } from '../platform/english.ts';

/** Every refusal of the API: its status, and one sentence for people. `code` is stable. */
const CATALOGUE = {
  not_json: [400, /*i18n*/ 'The body is not JSON.'],
  no_file: [400, /*i18n*/ 'There is no file in the request.'],
  not_signed_in: [401, /*i18n*/ 'Please sign in.'],
  wrong_credentials: [401, /*i18n*/ 'That email and password do not belong together.'],
  not_allowed: [403, /*i18n*/ 'Your role does not allow this.'],
  wrong_origin: [403, /*i18n*/ 'This request came from another website.'],
  wrong_token: [403, /*i18n*/ 'This setup link has been used or replaced.'],
  not_found: [404, /*i18n*/ 'There is no such thing here.'],
  already_owned: [409, /*i18n*/ 'This installation has its owner already.'],
  name_taken: [409, /*i18n*/ 'Something of this name is there already.'],
  too_many_templates: [409, /*i18n*/ 'There are 500 templates; forget one first.'],
  too_many_groups: [409, /*i18n*/ 'There are 500 groups; forget one first.'],
  key_reused: [409, /*i18n*/ 'This idempotency key was used for something else.'],
  contact_merged: [409, /*i18n*/ 'Another contact stands for this one.'],
  busy: [
    409,
    /*i18n*/ 'An import is writing the same people just now; please try again in a moment.',
  ],
  not_typed_in: [409, /*i18n*/ 'This comes from a calendar: change it there, and import again.'],
  message_waiting: [409, /*i18n*/ 'A message about this is still to go out.'],
  was_messaged: [409, /*i18n*/ 'Messages are about it, so it stays; cancel it instead.'],
  in_use: [409, /*i18n*/ 'Something else still needs this.'],
  suppressed: [409, /*i18n*/ 'This address is on the list of whom not to contact.'],
  their_word_needed: [409, /*i18n*/ 'Only their own word takes them off this list.'],
  lookups_used_up: [409, /*i18n*/ 'Today’s look-ups are used up; Settings › Sending allows more.'],
  too_early: [409, /*i18n*/ 'It is too early for that.'],
  too_late: [409, /*i18n*/ 'It is too late for that.'],
  too_large: [413, /*i18n*/ 'That is too large.'],
  unsupported_type: [415, /*i18n*/ 'The API does not read this type of content.'],
  wrong_host: [421, /*i18n*/ 'Headsup does not answer under this name.'],
  invalid_input: [422, /*i18n*/ 'Something in the request is not right.'],
  file_refused: [422, /*i18n*/ 'This file is not taken.'],
  not_a_calendar: [422, /*i18n*/ 'This file could not be read as a calendar.'],
  not_contacts: [422, /*i18n*/ 'This file could not be read as contacts.'],
  time_does_not_exist: [422, /*i18n*/ 'That time does not exist.'],
  time_exists_twice: [422, /*i18n*/ 'That time exists twice.'],
  time_is_past: [422, /*i18n*/ 'That time has passed.'],
  invalid_time: [422, /*i18n*/ 'That is not a time.'],
  count_not_confirmed: [422, /*i18n*/ 'So large a send wants its count.'],
  no_lookup: [422, /*i18n*/ 'No provider of texts can look numbers up just now.'],
  nobody_to_reach: [422, /*i18n*/ 'Nobody in this audience would get anything.'],
  too_many_requests: [429, /*i18n*/ 'Too many tries; please wait a minute.'],
  internal: [
    500,
    /*i18n*/ 'Something went wrong in Headsup; nothing was changed. Try again in a moment; if it stays so, its log says why.',
  ],
  database_away: [
    503,
    /*i18n*/ 'The database does not answer just now; please try again in a moment.',
  ],
  database_unsafe: [503, /*i18n*/ 'The database may forget what it was told, so nothing is sent.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof CATALOGUE;

/** A refusal on its way to the client; thrown by routes, answered as application/problem+json. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly detail: Sentence | undefined;
  readonly errors: readonly FieldSentence[] | undefined;
  readonly count: number | undefined;

  constructor(
    code: ProblemCode,
    detail?: Sentence,
    errors?: readonly FieldSentence[],
    count?: number,
  ) {
    super(english(detail ?? CATALOGUE[code][1]));
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.count = count;
  }

  get status(): number {
    return CATALOGUE[this.code][0];
  }

  /** As RFC 9457 has it. */
  body(): Problem {
    const { code, status, detail, errors, count } = this;
    return {
      type: `/problems/${code}`,
      title: CATALOGUE[code][1],
      status,
      code,
      ...(detail === undefined ? {} : { detail: this.message }),
      ...(typeof detail === 'object' ? { said: detail } : {}),
      ...(errors === undefined
        ? {}
        : { errors: errors.map(({ path, message }) => ({ path, ...spoken(message) })) }),
      ...(count === undefined ? {} : { count }),
    };
  }
}
