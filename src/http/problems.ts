import type { Problem } from '../contract/problem.ts';

/** Every refusal of the API: its status, and one sentence for people. `code` is stable. */
const CATALOGUE = {
  not_json: [400, 'The body is not JSON.'],
  no_file: [400, 'There is no file in the request.'],
  not_signed_in: [401, 'Please sign in.'],
  wrong_credentials: [401, 'That email and password do not belong together.'],
  not_allowed: [403, 'Your role does not allow this.'],
  wrong_origin: [403, 'This request came from another website.'],
  wrong_token: [403, 'This setup link has been used or replaced.'],
  not_found: [404, 'There is no such thing here.'],
  already_owned: [409, 'This installation has its owner already.'],
  name_taken: [409, 'Something of this name is there already.'],
  too_many_templates: [409, 'There are 500 templates; forget one first.'],
  key_reused: [409, 'This idempotency key was used for something else.'],
  contact_merged: [409, 'Another contact stands for this one.'],
  busy: [409, 'An import is writing the same people just now; please try again in a moment.'],
  not_typed_in: [409, 'This comes from a calendar: change it there, and import again.'],
  message_waiting: [409, 'A message about this is still to go out.'],
  was_messaged: [409, 'Messages are about it, so it stays; cancel it instead.'],
  in_use: [409, 'Something else still needs this.'],
  suppressed: [409, 'This address is on the list of whom not to contact.'],
  their_word_needed: [409, 'Only their own word takes them off this list.'],
  lookups_used_up: [409, 'Today’s look-ups are used up; Settings › Sending allows more.'],
  too_early: [409, 'It is too early for that.'],
  too_late: [409, 'It is too late for that.'],
  too_large: [413, 'That is too large.'],
  unsupported_type: [415, 'The API does not read this type of content.'],
  wrong_host: [421, 'Headsup does not answer under this name.'],
  invalid_input: [422, 'Something in the request is not right.'],
  file_refused: [422, 'This file is not taken.'],
  not_a_calendar: [422, 'This file could not be read as a calendar.'],
  not_contacts: [422, 'This file could not be read as contacts.'],
  time_does_not_exist: [422, 'That time does not exist.'],
  time_exists_twice: [422, 'That time exists twice.'],
  time_is_past: [422, 'That time has passed.'],
  invalid_time: [422, 'That is not a time.'],
  count_not_confirmed: [422, 'So large a send wants its count.'],
  no_lookup: [422, 'No provider of texts can look numbers up just now.'],
  nobody_to_reach: [422, 'Nobody in this audience would get anything.'],
  too_many_requests: [429, 'Too many tries; please wait a minute.'],
  internal: [500, 'Something went wrong on our side; nothing was changed.'],
  database_away: [503, 'The database does not answer just now; please try again in a moment.'],
  database_unsafe: [503, 'The database may forget what it was told, so nothing is sent.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof CATALOGUE;

/** A refusal on its way to the client; thrown by routes, answered as application/problem+json. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: Problem['errors'];
  readonly count: number | undefined;

  constructor(code: ProblemCode, detail?: string, errors?: Problem['errors'], count?: number) {
    super(detail ?? CATALOGUE[code][1]);
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
    return {
      type: `/problems/${this.code}`,
      title: CATALOGUE[this.code][1],
      status: this.status,
      code: this.code,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...(this.count === undefined ? {} : { count: this.count }),
    };
  }
}
