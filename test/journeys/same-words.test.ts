import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { broadcastState, pauseReason } from '../../src/contract/broadcast.ts';
import { channel } from '../../src/contract/channel.ts';
import { consentBasis, consentSource, consentState } from '../../src/contract/consent.ts';
import { copyMode } from '../../src/contract/content.ts';
import { deliveryState, failureReason, outcome, outcomeOf } from '../../src/contract/outcome.ts';
import { exclusionReason } from '../../src/contract/plan.ts';
import { sandboxFault } from '../../src/contract/sandbox.ts';
import { role } from '../../src/contract/session.ts';
import { suppressionReason } from '../../src/contract/suppression.ts';
import { testDatabase } from '../support/test-database.ts';

const database = await testDatabase();

/** The values of an enum of the database, in their order. */
async function valuesOf(type: string): Promise<string[]> {
  const { rows } = await database.engine.query<{ value: string }>(
    `select unnest(enum_range(null::${type}))::text as value`,
  );
  return rows.map(({ value }) => value);
}

describe('contract and schema use the same words', () => {
  const enums: [string, z.ZodEnum][] = [
    ['channel', channel],
    ['delivery_state', deliveryState],
    ['failure_reason', failureReason],
    ['outcome', outcome],
    ['sandbox_fault', sandboxFault],
    ['member_role', role],
    ['broadcast_state', broadcastState],
    ['copy_mode', copyMode],
    ['pause_reason', pauseReason],
    ['exclusion_reason', exclusionReason],
    ['consent_state', consentState],
    ['consent_basis', consentBasis],
    ['consent_source', consentSource],
    ['suppression_reason', suppressionReason],
  ];

  test.each(enums)('%s', async (type, { options }) => {
    expect([...options].sort()).toEqual((await valuesOf(type)).sort());
  });

  test('each state counts as the same outcome', async () => {
    const { rows } = await database.engine.query<{ state: string; outcome: string }>(
      `select state, outcome_of(state) as outcome
         from unnest(enum_range(null::delivery_state)) as state`,
    );
    const inSql = Object.fromEntries(rows.map(({ state, outcome: found }) => [state, found]));
    const { left_out: _, ...inContract } = outcomeOf;
    expect(inSql).toEqual(inContract);
  });
});
