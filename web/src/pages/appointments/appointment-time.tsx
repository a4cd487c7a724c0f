import { Trans, useLingui } from '@lingui/react/macro';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { timeIn } from '../../format/time.ts';

type Props = { appointment: Appointment; timeZone: string };

/** When it begins by the account's clock; its own clock is a hover away where that differs. */
export function AppointmentTime({ appointment, timeZone }: Props) {
  const { t } = useLingui();
  if (appointment.allDay) {
    return (
      <span>
        <Trans>All day</Trans>
      </span>
    );
  }
  const here = timeIn(timeZone, appointment.startsAt);
  const there = timeIn(appointment.timeZone, appointment.startsAt);
  if (here === there) return <span>{here}</span>;
  const zone = appointment.timeZone;
  return (
    <abbr
      title={t({
        message: `${there} in ${zone}`,
        comment: 'A time of day and the time zone that it is in: “10:00 in Europe/Berlin”',
      })}
    >
      {here}
    </abbr>
  );
}
