import { Text } from '@mantine/core';
import type { ExclusionReason } from '../../../../src/contract/plan.ts';
import { RemedyLink } from '../../components/remedy-link.tsx';
import { exclusionInWords } from '../../wording/reasons.ts';
import classes from './recipients.module.css';

/** What can be done for somebody whom a message left out, as the review said it. */
export function LeftOutAdvice({ reason }: { reason: ExclusionReason }) {
  return (
    <Text size="sm" className={classes.advice ?? ''}>
      {exclusionInWords(reason).remedy} <RemedyLink reason={reason} />
    </Text>
  );
}
