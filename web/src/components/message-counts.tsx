import { plural, t } from '@lingui/core/macro';
import { IconCheck, IconClock, IconHelp, IconX } from '@tabler/icons-react';
import type { MessageCounts as Counts } from '../../../src/contract/appointment.ts';
import { count, listed } from '../format/count.ts';
import classes from './message-counts.module.css';
import marks from './outcome-mark.module.css';

const kinds = [
  { name: 'sent', tone: 'green', Icon: IconCheck },
  { name: 'scheduled', tone: 'grey', Icon: IconClock },
  { name: 'failed', tone: 'red', Icon: IconX },
  { name: 'uncertain', tone: 'amber', Icon: IconHelp },
] as const;

/** How many messages stand for someone, by sign and number. Decoration: say it in a label too. */
export function MessageCounts({ counts }: { counts: Counts }) {
  const shown = kinds.filter(({ name }) => counts[name] > 0);
  if (shown.length === 0) return <span aria-hidden>—</span>;
  return (
    <span className={classes.counts} aria-hidden>
      {shown.map(({ name, tone, Icon }) => (
        <span key={name} className={`${marks.mark} ${marks[tone]}`}>
          <Icon size={14} stroke={2.25} />
          {count(counts[name])}
        </span>
      ))}
    </span>
  );
}

/** The same in words: "2 sent and 1 scheduled". */
export function countsInWords(counts: Counts): string {
  const parts = kinds
    .filter(({ name }) => counts[name] > 0)
    .map(({ name }) => countInWords(name, counts[name]));
  return parts.length === 0 ? t`no messages` : listed(parts);
}

function countInWords(kind: keyof Counts, messages: number): string {
  switch (kind) {
    case 'sent':
      return plural(messages, { one: '# sent', other: '# sent' });
    case 'scheduled':
      return plural(messages, { one: '# scheduled', other: '# scheduled' });
    case 'failed':
      return plural(messages, { one: '# failed', other: '# failed' });
    case 'uncertain':
      return plural(messages, { one: '# not sure', other: '# not sure' });
  }
}
