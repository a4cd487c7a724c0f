import { select, t } from '@lingui/core/macro';
import type { Plan } from '../../../../src/contract/plan.ts';
import { count } from '../../format/count.ts';
import { channelCounted } from '../../wording/channels.ts';

/** How many may follow by another channel: "Up to 4 calls where the text does not reach them." */
export function fallbackInWords({ from, to, upTo, atOnce }: Plan['fallbacks'][number]): string {
  const messages = channelCounted(to, upTo);
  const immediately = count(atOnce);
  if (atOnce === 0) {
    return t`${select(from, {
      sms: `Up to ${messages} where the text does not reach them.`,
      email: `Up to ${messages} where the email does not reach them.`,
      other: `Up to ${messages} where the call does not reach them.`,
    })}`;
  }
  return t`${select(from, {
    sms: `Up to ${messages} where the text does not reach them, ${immediately} at once.`,
    email: `Up to ${messages} where the email does not reach them, ${immediately} at once.`,
    other: `Up to ${messages} where the call does not reach them, ${immediately} at once.`,
  })}`;
}
