import { locale } from './locale.ts';

const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
const sign = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value;

/** What a field for a number writes between thousands and before decimals: "1,234.5", "1.234,5". */
export const separators = {
  thousandSeparator: sign('group') ?? '',
  decimalSeparator: sign('decimal') ?? '.',
};
