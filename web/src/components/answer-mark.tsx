import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconCalendarTime, IconCheck, IconX } from '@tabler/icons-react';
import type { Answer } from '../../../src/contract/answer.ts';
import marks from './outcome-mark.module.css';

const looks = {
  confirmed: {
    Icon: IconCheck,
    tone: 'green',
    word: msg({ message: 'confirmed', context: 'a person, their appointment' }),
  },
  cancelled: {
    Icon: IconX,
    tone: 'red',
    word: msg({ message: 'cancelled', context: 'a person, their appointment' }),
  },
  reschedule: {
    Icon: IconCalendarTime,
    tone: 'amber',
    word: msg({ message: 'wants another time', context: 'a person, for their appointment' }),
  },
} as const;

/** What somebody answered about their appointment, as icon, word and colour. */
export function AnswerMark({ said }: { said: Answer }) {
  const { t } = useLingui();
  const { Icon, tone, word } = looks[said];
  const words = t(word);
  return (
    <span className={`${marks.mark} ${marks[tone]}`} data-answer={said} title={words}>
      <Icon size={14} stroke={2.25} aria-hidden />
      <span>{words}</span>
    </span>
  );
}
