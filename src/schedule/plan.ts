import type { Account } from '../account/account.ts';
import { candidates } from '../audience/candidates.ts';
import type { Channel } from '../contract/channel.ts';
import type { Exclusion, Plan } from '../contract/plan.ts';
import type { CompiledContent } from '../message/compile-content.ts';
import {
  type MergeConstants,
  readMergeConstants,
  type Writer,
} from '../message/merge-constants.ts';
import { mergeScope } from '../message/merge-scope.ts';
import type { RecipientFields } from '../message/recipient-fields.ts';
import { renderMessage } from '../message/render-message.ts';
import { smsSegments } from '../message/sms-segments.ts';
import type { Queryable } from '../platform/database.ts';
import { fillSql, sqlFile } from '../platform/sql-file.ts';
import { Statement } from '../platform/statement.ts';
import { type Picked, pickedFields } from './picked-fields.ts';
import { planCallOnly } from './plan-call-only.ts';
import { planCost } from './plan-cost.ts';
import { planFallbacks } from './plan-fallbacks.ts';
import { type PlannedGroup, type PlannedTiming, plannedQuietWait } from './plan-quiet.ts';
import { planWarnings } from './plan-warnings.ts';
import { plannedFiles } from './planned-files.ts';
import type { Composed } from './selection.ts';

const PLAN = sqlFile(import.meta.url, './sql/plan.sql');
/** How many are listed by name, and how many texts are rendered to estimate segments. */
const LISTED = 200;
const SAMPLE = 1_000;

type PlanRow = {
  appointments: number;
  people: number;
  reached: number;
  deliveries: Partial<Record<Channel, number>>;
  excluded: Plan['excluded'];
  exclusions: Exclusion[];
  groups: PlannedGroup[];
  sample: Picked[];
};

/** Who gets what, who does not, and why. Nothing is written. */
export async function planBroadcast(
  client: Queryable,
  account: Account,
  writer: Writer,
  composed: Composed,
  timing: Omit<PlannedTiming, 'home'>,
): Promise<Plan> {
  const { policy, now } = timing;
  const planned = { ...timing, home: account.timeZone };
  const statement = new Statement();
  const expressions = candidates(statement, composed.selection);
  const sql = fillSql(PLAN, {
    sample: statement.add(SAMPLE, 'int'),
    listed: statement.add(LISTED, 'int'),
  });
  const { rows } = await client.query<PlanRow>(`with ${expressions} ${sql}`, statement.values);
  const [row] = rows;
  if (!row) throw new Error('plan.sql returns one row');
  const { sample, groups, deliveries, ...counts } = row;
  const every = { sms: 0, email: 0, voice: 0, ...deliveries };
  const constants = await readMergeConstants(client, account.id, writer);
  const fields = await pickedFields(client, composed.selection, sample);
  const known = fields.filter((one) => one !== undefined);
  const segments = estimateSegments(composed.compiled, known, every.sms, constants);
  const units = { ...every, sms: segments?.total ?? every.sms };
  return {
    ...counts,
    isEstimate: composed.isResolvedLate,
    deliveries: every,
    cost: await planCost(client, account, policy, units, now),
    wantsCount: policy.largeSend !== null && counts.reached > policy.largeSend,
    copyMode: composed.selection.copyMode,
    speaksOfAppointment: composed.speaksOfAppointment,
    fallbacks: await planFallbacks(client, composed),
    callOnly: await planCallOnly(client, account, policy, composed, now),
    quietWait: plannedQuietWait(groups, planned),
    warnings: await planWarnings(client, composed, groups, counts.reached, planned),
    smsSegments: segments,
    files: plannedFiles(composed.files, 'sms'),
  };
}

function estimateSegments(
  compiled: CompiledContent,
  sample: readonly RecipientFields[],
  total: number,
  constants: MergeConstants,
): Plan['smsSegments'] {
  if (sample.length === 0) return null;
  const measures = sample.map((fields) =>
    smsSegments(renderMessage(compiled, 'sms', mergeScope(fields, constants)).text),
  );
  const segments = measures.map((measure) => measure.segments);
  const mean = segments.reduce((sum, n) => sum + n, 0) / sample.length;
  return {
    encoding: measures.some((m) => m.encoding === 'UCS-2') ? 'UCS-2' : 'GSM-7',
    total: Math.round(mean * total),
    largest: Math.max(...segments),
  };
}
