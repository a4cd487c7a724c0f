import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What kind of line a number is; which of them take texts says `takes_texts` in the database. */
export type LineType =
  | 'mobile'
  | 'landline'
  | 'fixedVoip'
  | 'nonFixedVoip'
  | 'voip'
  | 'tollFree'
  | 'premium'
  | 'sharedCost'
  | 'personal'
  | 'pager'
  | 'uan'
  | 'voicemail'
  | 'unknown';

/** Whose a number is, whether reaching it costs its caller extra, and what kind of line it is. */
export type NumberFacts = {
  /** ISO 3166-1 alpha-2; `001` for numbers of no country, such as satellite phones. */
  country: string;
  isPremium: boolean;
  line: LineType;
};

/** Kinds whose price the one who is called sets, or that are known for it (ITU-T E.164 and national plans). */
const COSTLY = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER']);

/** Fixed lines and mobiles share their numbers in the United States, Canada and a few others: unknown. */
const LINES: Readonly<Record<Exclude<NumberType, undefined>, LineType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'unknown',
  VOIP: 'voip',
  TOLL_FREE: 'tollFree',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'sharedCost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
};

/**
 * What the numbering plans say of a number in E.164. Several countries share +1, +44 and others: the
 * area code decides, so that +1 876 is Jamaica.
 */
export function numberFacts(e164: string): NumberFacts {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return { country: '001', isPremium: false, line: 'unknown' };
  const type = number.getType();
  return {
    country: number.country ?? '001',
    isPremium: COSTLY.has(type ?? ''),
    line: type === undefined ? 'unknown' : LINES[type],
  };
}
