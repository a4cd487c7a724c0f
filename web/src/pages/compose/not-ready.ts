import { t } from '@lingui/core/macro';
import { listed } from '../../format/count.ts';
import { missingOf } from './draft-request.ts';
import { hearsNothing } from './hears-nothing.ts';
import { timeError } from './time-errors.ts';
import type { Compose } from './use-compose.ts';

/** Why a message cannot be looked over yet; '' where nothing but an answer is waited for. */
export function notReadyInWords({ draft, plan, behind, preview, errors }: Compose): string {
  const missing = listed(missingOf(draft));
  if (missing !== '') return t`Still missing: ${missing}`;
  if (plan.data !== undefined && hearsNothing(plan.data) && !behind)
    return t`Nobody would get this`;
  if (timeError(errors) !== undefined) return t`Correct the time first`;
  if (plan.failure !== null || preview.failure !== null)
    return t`Correct what is wrong above first`;
  return '';
}
