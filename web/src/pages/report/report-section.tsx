import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { DeliveryRow } from '../../../../src/contract/delivery.ts';
import type { Outcome } from '../../../../src/contract/outcome.ts';
import { useSession } from '../../api/session.ts';
import { OutcomeMark } from '../../components/outcome-mark.tsx';
import { count, listed } from '../../format/count.ts';
import { momentIn } from '../../format/time.ts';
import { resultInWords } from '../../wording/delivery-result.ts';
import { wayInWords } from '../broadcast/way-in-words.ts';
import classes from './report.module.css';

type Props = { outcome: Outcome; rows: DeliveryRow[]; more: number };

/** The recipients of one outcome, with days and times by the account’s clock, as at its head. `more`: so many are not listed. */
export function ReportSection({ outcome, rows, more }: Props) {
  const { t } = useLingui();
  const { timeZone } = useSession().account;
  const id = `report-${outcome}`;
  return (
    <section aria-labelledby={id}>
      <h2 className={classes.heading} id={id}>
        <OutcomeMark outcome={outcome}>{count(rows.length + more)}</OutcomeMark>
      </h2>
      <table className={classes.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t`Name`}</th>
            <th scope="col">{t({ message: 'By', context: 'text, email or call' })}</th>
            <th scope="col">{t`Why`}</th>
            <th scope="col">{t`When`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Recipient row={row} />
              </th>
              <td>
                {wayInWords(row)} {row.address}
              </td>
              <td>{resultInWords(row)}</td>
              <td>{momentIn(timeZone, row.changedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text size="sm" mt={4}>
          <Plural
            value={more}
            one="And # more: “Download as CSV” on the page of the message has all of them."
            other="And # more: “Download as CSV” on the page of the message has all of them."
          />
        </Text>
      )}
    </section>
  );
}

function Recipient({ row }: { row: DeliveryRow }) {
  const { t } = useLingui();
  const name = row.name || t`Somebody without a name`;
  const others = listed(row.alsoFor);
  if (others === '') return <bdi>{name}</bdi>;
  return (
    <Trans>
      <bdi>{name}</bdi> <span>also for {others}</span>
    </Trans>
  );
}
