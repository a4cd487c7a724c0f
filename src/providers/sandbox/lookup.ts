import type { Pool } from 'pg';
import type { SandboxFault } from '../../contract/sandbox.ts';
import type { LineType } from '../../platform/number-facts.ts';
import { sqlFile } from '../../platform/sql-file.ts';
import type { LookedUp, LookupCapability, LookupOutcome, LookupQuestion } from '../provider.ts';

const FAULTS = sqlFile(import.meta.url, './sql/faults.sql');

/** As carriers have it; nobody pays the pretend one. */
export const lookupCapability: LookupCapability = {
  batch: 100,
  timeout: 10_000,
  price: { amount: 0.005, currency: 'USD' },
};

const CARRIERS: Partial<Record<LineType, string>> = {
  mobile: 'Practice Mobile',
  landline: 'Practice Telephone',
  nonFixedVoip: 'Practice Internet Telephone',
};

/** What is to be answered for numbers, and how. */
export type PlannedLookup = {
  numbers: readonly LookedUp[];
  /** Milliseconds before it answers. */
  delay: number;
  /** The connection breaks instead of an answer, though the numbers were looked up. */
  breaks: boolean;
  refusal: Exclude<LookupOutcome, { outcome: 'answered' }> | null;
};

/**
 * What the pretend carrier says of numbers. A phone that acts out `landline` is one. Of the others the last
 * digit decides: 8 is internet telephony, of 9 it does not know, the rest are mobiles. One phone that is
 * `down`, `slow` or loses answers does that to the whole request, and one that is `blocked` is missing from its answer.
 */
export async function planLookup(
  pool: Pool,
  { accountId, numbers }: LookupQuestion,
): Promise<PlannedLookup> {
  const { rows } = await pool.query<{ fault: SandboxFault | null }>(FAULTS, [
    numbers.map(() => accountId),
    numbers.map(() => 'sms'),
    numbers,
  ]);
  const faults = rows.map(({ fault }) => fault ?? 'none');
  const known = numbers.map((number, n) => lookedUp(number, faults[n] ?? 'none'));
  return {
    numbers: known.filter((_, n) => faults[n] !== 'blocked'),
    delay: faults.includes('slow') ? 2_000 : 0,
    breaks: faults.includes('answer_lost'),
    refusal: faults.includes('down')
      ? {
          outcome: 'retryable',
          reason: 'provider_down',
          code: '503',
          answer: /*i18n*/ 'Look-ups are down; try again later.',
        }
      : null,
  };
}

/** Notes which numbers were looked up; each would have been charged for. */
export async function noteLookups(
  pool: Pool,
  accountId: string,
  numbers: readonly LookedUp[],
  now: Date,
): Promise<void> {
  await pool.query(
    'insert into sandbox_lookup (account_id, number, asked_at) select $1, n, $3 from unnest($2::text[]) n',
    [accountId, numbers.map(({ number }) => number), now],
  );
}

function lookedUp(number: string, fault: SandboxFault): LookedUp {
  const line = fault === 'landline' ? 'landline' : byLastDigit(number);
  return { number, line, carrier: CARRIERS[line] ?? '', price: null };
}

function byLastDigit(number: string): LineType {
  if (number.endsWith('8')) return 'nonFixedVoip';
  return number.endsWith('9') ? 'unknown' : 'mobile';
}
