import type { Account } from '../account/account.ts';
import { numberFacts } from '../platform/number-facts.ts';
import type { Language } from './keywords.ts';

/** Where a word that several languages share is answered in another one than English. */
const COUNTRIES: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  fr: 'FR MC BE LU SN CI CM MA TN DZ',
  es: 'ES MX AR CL CO PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR GQ',
  de: 'DE AT CH LI',
};

const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  Object.entries(COUNTRIES).flatMap(([language, countries]) =>
    // The keys are languages by the type of the object.
    countries.split(' ').map((country) => [country, language as Language] as const),
  ),
);

/**
 * The language of an answer: the word's own; for one that several share, that of the number's country,
 * or of the account's where a mailbox tells none.
 */
export function answerLanguage(
  word: Language | null,
  address: string,
  account: Pick<Account, 'country'>,
): Language {
  if (word !== null) return word;
  const country = address.startsWith('+') ? numberFacts(address).country : account.country;
  return LANGUAGES.get(country) ?? 'en';
}
