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

const states = { confirmed: 'Confirmed', tentative: 'Tentative', cancelled: 'Cancelled' } as const;

/** An appointment that a calendar brought: what it says, and the one thing that can be said of it here. */
export function FromCalendar({ appointment, onDone }: Props) {
  const { location, calendarId, allDay, timeZone, startsAt, status } = appointment;
  const calendar = useQuery(calendarsQuery).data?.find(({ id }) => id === calendarId);
  const when = allDay
    ? shortDay(dayIn(timeZone, Date.parse(startsAt)))
    : `${momentIn(timeZone, startsAt)}, ${zoneInWords(timeZone)}`;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          ['When', when],
          ...(location ? [['Where', location] as const] : []),
          ['State', states[status]],
        ]}
      />
      <Text>
        It comes from the calendar{calendar && <bdi> “{calendar.name}”</bdi>}: change its time and
        its people there, and import again. Whether it takes place can be said here; that holds
        until the calendar says something else of it.
      </Text>
      <Group justify="space-between" gap="sm">
        <StatusButtons appointment={appointment} onDone={onDone} />
        <Button variant="default" onClick={onDone} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
