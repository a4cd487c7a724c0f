import type { SendingPolicy } from '../contract/sending-policy.ts';
import type { NumberFacts } from '../platform/number-facts.ts';

/** Which numbers an account may text and call. */
export type NumberRules = { countries: readonly string[]; premiumAllowed: boolean };

/** Places with a code of their own (ISO 3166-1) that are dialled and priced as part of a country. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  US: ['PR', 'VI', 'GU', 'AS', 'MP'],
  GB: ['GG', 'JE', 'IM'],
  FI: ['AX'],
  NO: ['SJ'],
};

/** The rules by the account's policy; without a list of countries it is the account's own. */
export function numberRules(policy: SendingPolicy, country: string): NumberRules {
  const countries = policy.allowedCountries ?? [country];
  return {
    countries: [...new Set(countries.flatMap((one) => [one, ...(WITH[one] ?? [])]))],
    premiumAllowed: policy.premiumAllowed,
  };
}

/** Why a number may not be texted or called; null: it may. The same rule stands in candidates.sql. */
export function numberProblem(
  { country, isPremium }: NumberFacts,
  { countries, premiumAllowed }: NumberRules,
): 'premium_number' | 'country_not_allowed' | null {
  if (isPremium && !premiumAllowed) return 'premium_number';
  return countries.includes(country) ? null : 'country_not_allowed';
}
