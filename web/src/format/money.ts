import type { Price } from '../../../src/contract/price.ts';
import { locale } from './locale.ts';

/** An amount as people read it: "$12.50", and with parts of a cent where it is small: "$0.005". */
export function money({ amount, currency }: Price): string {
  const format = { style: 'currency', currency, minimumFractionDigits: 2 } as const;
  const maximumFractionDigits = Math.abs(amount) < 1 ? 4 : 2;
  return new Intl.NumberFormat(locale, { ...format, maximumFractionDigits }).format(amount);
}
