import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Exclusion, Plan } from '../../../../src/contract/plan.ts';
import { RemedyLink } from '../../components/remedy-link.tsx';
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
  const { t } = useLingui();
  const { channel, count: number } = group;
  const { short: why, remedy } = exclusionInWords(group.reason);
  const noun = channelNoun(channel);
  const named = exclusions.filter((one) => one.channel === channel && one.reason === group.reason);
  const hidden = number - named.length;
  return (
    <details className={classes.group} open={open}>
      <summary>
        {t`${noun}: ${plural(number, { one: '# left out', other: '# left out' })}, ${why}`}
      </summary>
      <Text size="sm" c="dimmed">
        {remedy} <RemedyLink reason={group.reason} />
      </Text>
      <ul className={classes.people}>
        {named.map(({ name, detail }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may share name and detail, and the list is only ever replaced whole.
          <li key={`${name} ${detail} ${i}`}>
            {name || t`Somebody without a name`}
            {detail && (
              <span className={classes.detail}> · {exclusionDetail(group.reason, detail)}</span>
            )}
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <Plural value={hidden} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
    </details>
  );
}
