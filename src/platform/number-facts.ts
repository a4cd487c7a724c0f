import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Whose a number is, and whether reaching it costs its caller extra. */
export type NumberFacts = {
  /** ISO 3166-1 alpha-2; `001` for numbers of no country, such as satellite phones. */
  country: string;
  isPremium: boolean;
};

/** Kinds whose price the one who is called sets, or that are known for it (ITU-T E.164 and national plans). */
const COSTLY = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER']);

/**
 * What the numbering plans say of a number in E.164. Several countries share +1, +44 and others: the
 * area code decides, so that +1 876 is Jamaica.
 */
export function numberFacts(e164: string): NumberFacts {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return { country: '001', isPremium: false };
  return { country: number.country ?? '001', isPremium: COSTLY.has(number.getType() ?? '') };
}
