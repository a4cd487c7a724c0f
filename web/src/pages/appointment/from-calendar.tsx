import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { calendarsQuery } from '../../api/calendars.ts';
import { Facts } from '../../components/facts.tsx';
import { dayIn, shortDay } from '../../format/day.ts';
import { momentIn } from '../../format/time.ts';
import { zoneInWords } from '../../format/zone.ts';
import { StatusButtons } from './status-buttons.tsx';

type Props = { appointment: Appointment; onDone: () => void };

const states = {
  confirmed: msg({ message: 'Confirmed', context: 'appointment' }),
  tentative: msg({ message: 'Tentative', context: 'appointment' }),
  cancelled: msg({ message: 'Cancelled', context: 'appointment' }),
} as const;

/** An appointment that a calendar brought: what it says, and the one thing that can be said of it here. */
export function FromCalendar({ appointment, onDone }: Props) {
  const { t } = useLingui();
  const { location, calendarId, allDay, timeZone, startsAt, status } = appointment;
  const calendar = useQuery(calendarsQuery).data?.find(({ id }) => id === calendarId);
  // An element: what stands in a string is read as markup by <Trans>.
  const name = calendar && <bdi>{calendar.name}</bdi>;
  const when = allDay
    ? shortDay(dayIn(timeZone, Date.parse(startsAt)))
    : `${momentIn(timeZone, startsAt)}, ${zoneInWords(timeZone)}`;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t({ message: 'When', comment: 'A field: the time of an appointment' }), when],
          ...(location ? [[t`Where`, location] as const] : []),
          [t`State`, t(states[status])],
        ]}
      />
      <Text>
        {name ? (
          <Trans>
            It comes from the calendar “{name}”: change its time and its people there, and import
            again. Whether it takes place can be said here; that holds until the calendar says
            something else of it.
          </Trans>
        ) : (
          <Trans>
            It comes from the calendar: change its time and its people there, and import again.
            Whether it takes place can be said here; that holds until the calendar says something
            else of it.
          </Trans>
        )}
      </Text>
      <Group justify="space-between" gap="sm">
        <StatusButtons appointment={appointment} onDone={onDone} />
        <Button variant="default" onClick={onDone} data-autofocus>
          <Trans>Close</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
