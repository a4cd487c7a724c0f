import { Drop } from 'liquidjs';
import { cleanValue } from './clean-value.ts';
import { customFields } from './custom-scope.ts';
import { EventScope } from './event-scope.ts';
import type { MergeConstants } from './merge-constants.ts';
import type { RecipientFields } from './recipient-fields.ts';
import { spokenLocale } from './spoken-locale.ts';

/** What a template reads its fields from. Values are worked out only when a text asks for them. */
export type MergeScope = {
  participant: ParticipantScope;
  event: EventScope;
  account: AccountScope;
  user: UserScope;
};

/**
 * The scope of one recipient. Times are said in their language, else the account's, and in the event's
 * own zone.
 */
export function mergeScope(fields: RecipientFields, constants: MergeConstants): MergeScope {
  const { language, country } = constants.account;
  const theirs = fields.participant.language;
  const locale = spokenLocale(theirs ? [theirs, language] : [language], country);
  return {
    participant: new ParticipantScope(fields.participant, theirs || language),
    event: new EventScope(fields.event, locale),
    account: new AccountScope(constants.account),
    user: new UserScope(constants.user),
  };
}

class ParticipantScope extends Drop {
  readonly #fields: RecipientFields['participant'];
  readonly #language: string;
  constructor(fields: RecipientFields['participant'], language: string) {
    super();
    this.#fields = fields;
    this.#language = language;
  }
  get name(): string {
    return cleanValue(this.#fields.name);
  }
  get first_name(): string {
    return cleanValue(this.#fields.first_name);
  }
  get last_name(): string {
    return cleanValue(this.#fields.last_name);
  }
  get title(): string {
    return cleanValue(this.#fields.title ?? '');
  }
  get phone(): string {
    return cleanValue(this.#fields.phone ?? '');
  }
  get email(): string {
    return cleanValue(this.#fields.email ?? '');
  }
  get language(): string {
    return cleanValue(this.#language);
  }
  get time_zone(): string {
    return cleanValue(this.#fields.time_zone ?? '');
  }
  get fields(): Record<string, string> {
    return customFields(this.#fields.fields);
  }
}

class AccountScope extends Drop {
  readonly #account: MergeConstants['account'];
  constructor(account: MergeConstants['account']) {
    super();
    this.#account = account;
  }
  get name(): string {
    return cleanValue(this.#account.name);
  }
  get phone(): string {
    return cleanValue(this.#account.phone);
  }
  get email(): string {
    return cleanValue(this.#account.email);
  }
  get address(): string {
    return cleanValue(this.#account.address);
  }
  get website(): string {
    return cleanValue(this.#account.website);
  }
}

class UserScope extends Drop {
  readonly #user: MergeConstants['user'];
  constructor(user: MergeConstants['user']) {
    super();
    this.#user = user;
  }
  get name(): string {
    return cleanValue(this.#user.name);
  }
  get first_name(): string {
    return cleanValue(this.#user.first_name);
  }
  get email(): string {
    return cleanValue(this.#user.email);
  }
}
