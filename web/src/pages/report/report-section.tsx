import { Text } from '@mantine/core';
import type { DeliveryRow } from '../../../../src/contract/delivery.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { count, listed } from '../../format/count.ts';
import { exactMoment } from '../../format/time.ts';
import { channelNoun } from '../../wording/channels.ts';
import { resultInWords } from '../../wording/delivery-result.ts';
import classes from './report.module.css';

type Props = { outcome: Outcome; rows: DeliveryRow[]; more: number };

/** The recipients of one outcome. `more`: so many are not listed. */
export function ReportSection({ outcome, rows, more }: Props) {
  const id = `report-${outcome}`;
  return (
    <section aria-labelledby={id}>
      <h2 className={classes.heading} id={id}>
        <OutcomeMark outcome={outcome}>{count(rows.length + more)}</OutcomeMark>
      </h2>
      <table className={classes.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">By</th>
            <th scope="col">Why</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <bdi>{row.name || 'Somebody without a name'}</bdi>
                {row.alsoFor.length > 0 && <span> also for {listed(row.alsoFor)}</span>}
              </th>
              <td>
                {channelNoun(row.channel)} {row.insteadOf && 'instead '}
                {row.address}
              </td>
              <td>{resultInWords(row)}</td>
              <td>{exactMoment(row.changedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text size="sm" mt={4}>
          And {count(more)} more: “Download as CSV” on the page of the message has all of them.
        </Text>
      )}
    </section>
  );
}
