import { Text } from '@mantine/core';
import type { Exclusion, Plan } from '../../../../src/contract/plan.ts';
import { count } from '../../format/count.ts';
import { channelNoun } from '../../wording/channels.ts';
import { exclusionDetail, exclusionInWords } from '../../wording/reasons.ts';
import classes from './left-out.module.css';

type Props = {
  group: Plan['excluded'][number];
  exclusions: readonly Exclusion[];
  open: boolean;
};

/** Those left out of a channel for one reason, by name, with the remedy. */
export function LeftOut({ group, exclusions, open }: Props) {
  const { short, remedy } = exclusionInWords(group.reason);
  const named = exclusions.filter(
    ({ channel, reason }) => channel === group.channel && reason === group.reason,
  );
  return (
    <details className={classes.group} open={open}>
      <summary>
        {channelNoun(group.channel)}: {count(group.count)} left out, {short}
      </summary>
      <Text size="sm" c="dimmed">
        {remedy}
      </Text>
      <ul className={classes.people}>
        {named.map(({ name, detail }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may share name and detail, and the list is only ever replaced whole.
          <li key={`${name} ${detail} ${i}`}>
            {name || 'Somebody without a name'}
            {detail && (
              <span className={classes.detail}> · {exclusionDetail(group.reason, detail)}</span>
            )}
          </li>
        ))}
        {named.length < group.count && <li>and {count(group.count - named.length)} more</li>}
      </ul>
    </details>
  );
}
