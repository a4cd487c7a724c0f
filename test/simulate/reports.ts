import type { Receipt } from '../../src/providers/provider.ts';
import type { Random } from './random.ts';

/** A receipt that is under way, and when it comes. */
export type Report = { at: number; receipt: Omit<Receipt, 'accountId'> };

/**
 * What the carrier reports of a message that it took at a moment: that it was sent, and what became of
 * it; each perhaps twice, late, or before the other, and now and then not at all.
 */
export function drawReceipts(random: Random, reference: string, at: number): Report[] {
  const end = random.chance(0.8) ? 'delivered' : 'undelivered';
  const blank = { reference, code: null, answer: '', answeredBy: null };
  const sent = { ...blank, state: 'sent', reason: null, occurredAt: new Date(at) } as const;
  const last = {
    ...blank,
    state: end,
    reason: end === 'undelivered' ? ('unreachable' as const) : null,
    occurredAt: new Date(at + 1_000),
  } as const;
  const reports: Report[] = [];
  for (const receipt of [sent, last]) {
    const copies = random.weighted([
      { weight: 1, n: 0 },
      { weight: 12, n: 1 },
      { weight: 5, n: 2 },
    ]).n;
    for (let copy = 0; copy < copies; copy += 1) {
      reports.push({ at: at + random.pick([0, 1_000, 20_000, 600_000]), receipt });
    }
  }
  return reports;
}
