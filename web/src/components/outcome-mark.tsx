import {
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconHelp,
  IconMinus,
  IconSend2,
  IconTower,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Outcome } from '../../../src/contract/outcome.ts';
import { outcomeWords } from '../wording/outcomes.ts';
import classes from './outcome-mark.module.css';

const icons: Readonly<Record<Outcome, typeof IconCheck>> = {
  waiting: IconClock,
  sending: IconSend2,
  with_carrier: IconTower,
  delivered: IconCheck,
  not_delivered: IconX,
  not_sure: IconHelp,
  left_out: IconMinus,
  taken_back: IconArrowBackUp,
};

/** An outcome as icon, word and colour; `children` follow the word (a count, a time). */
export function OutcomeMark({ outcome, children }: { outcome: Outcome; children?: ReactNode }) {
  const { word, tone } = outcomeWords(outcome);
  const Icon = icons[outcome];
  return (
    <span className={`${classes.mark} ${classes[tone]}`}>
      <Icon size={16} stroke={2} aria-hidden />
      <span>{word}</span>
      {children}
    </span>
  );
}
