import { splitName } from '../calendars/split-name.ts';
import type { ContactInput } from '../contract/contact.ts';
import type { FieldSentence, Sentence } from '../contract/said.ts';
import { readEmailAddress } from '../platform/email-address.ts';
import { foldText } from '../platform/fold-text.ts';
import { type LineType, numberFacts } from '../platform/number-facts.ts';
import { nationalDigits, readPhoneNumber } from '../platform/phone-number.ts';
import { zonesByPlan } from './number-zones.ts';

/** A phone or mailbox as it is stored. */
type AddressDraft = {
  kind: 'phone' | 'email';
  address: string;
  label: string;
  phoneCountry: string | null;
  phoneIsPremium: boolean;
  phoneLine: LineType | null;
  phoneZones: readonly string[] | null;
};

/** A contact as it is to be stored. */
export type ContactDraft = Omit<ContactInput, 'firstName' | 'lastName' | 'addresses' | 'tags'> & {
  firstName: string;
  lastName: string;
  addresses: AddressDraft[];
  tags: { tag: string; key: string }[];
  listName: string;
  searchText: string;
};

/**
 * Reads what was said of a contact; national numbers as dialled in `country`. An address said twice is
 * one, and so is a tag. All problems are told at once; nothing is left out silently. Addresses of `known`
 * are believed as they are: plans of numbers change, and what was good when it was written stays.
 */
export function draftContact(
  input: ContactInput,
  country: string,
  known: readonly { address: string }[] = [],
): { draft: ContactDraft } | { problems: FieldSentence[] } {
  const problems: FieldSentence[] = [];
  const addresses = new Map<string, AddressDraft>();
  for (const [at, said] of input.addresses.entries()) {
    const isKnown = known.some(({ address }) => address === said.address);
    const read = isKnown ? withFacts(said) : readAddress(said, country);
    if ('problem' in read)
      problems.push({ path: `addresses.${at}.address`, message: read.problem });
    else
      addresses.set(read.address.toLowerCase(), addresses.get(read.address.toLowerCase()) ?? read);
  }
  const tags = new Map<string, string>();
  for (const [at, tag] of input.tags.entries()) {
    const key = foldText(tag);
    if (key === '')
      problems.push({ path: `tags.${at}`, message: /*i18n*/ 'a tag needs a letter or a digit' });
    else tags.set(key, tags.get(key) ?? tag);
  }
  const names = namesOf(input);
  if (names.name === '' && input.company === '' && input.addresses.length === 0) {
    problems.push({
      path: 'name',
      message: /*i18n*/ 'give a name, a company, a number or an email address',
    });
  }
  if (problems.length > 0) return { problems };
  const { firstName: _, lastName: __, ...rest } = input;
  const valid = [...addresses.values()];
  const listName = names.name || input.company || valid[0]?.address || '';
  return {
    draft: {
      ...rest,
      ...names,
      addresses: valid,
      tags: [...tags].map(([key, tag]) => ({ tag, key })),
      listName: foldText(listName),
      searchText: searchTextOf([names.name, names.firstName, names.lastName, input.company], valid),
    },
  };
}

function readAddress(
  { kind, address, label }: ContactInput['addresses'][number],
  country: string,
): AddressDraft | { problem: Sentence } {
  if (kind === 'email') {
    const read = readEmailAddress(address);
    return 'problem' in read ? read : withFacts({ kind, address: read.address, label });
  }
  const read = readPhoneNumber(address, country);
  return 'problem' in read ? read : withFacts({ kind, address: read.e164, label });
}

function withFacts(said: ContactInput['addresses'][number]): AddressDraft {
  if (said.kind === 'email') {
    return {
      ...said,
      phoneCountry: null,
      phoneIsPremium: false,
      phoneLine: null,
      phoneZones: null,
    };
  }
  const { country, isPremium, line } = numberFacts(said.address);
  const phoneZones = zonesByPlan(said.address);
  return { ...said, phoneCountry: country, phoneIsPremium: isPremium, phoneLine: line, phoneZones };
}

function namesOf({ name, firstName, lastName }: ContactInput) {
  const whole = name || [firstName, lastName].filter(Boolean).join(' ');
  if (firstName === undefined && lastName === undefined)
    return { name: whole, ...splitName(whole) };
  return { name: whole, firstName: firstName ?? '', lastName: lastName ?? '' };
}

/** Each word once: the name is mostly made of first and last name. */
function searchTextOf(names: readonly string[], addresses: readonly AddressDraft[]): string {
  const dialled = addresses.map(({ kind, address }) =>
    kind === 'phone' ? nationalDigits(address) : '',
  );
  const text = [...names, ...addresses.map(({ address }) => address), ...dialled].join(' ');
  return [...new Set(foldText(text).split(' '))].join(' ');
}
