import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { calendarsQuery } from '../../api/calendars.ts';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { counted } from '../../format/count.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import { type AppointmentDraft, draftOf, newDraft, requestOf } from './appointment-draft.ts';
import classes from './appointment-form.module.css';
import { PeopleFields } from './people-fields.tsx';
import { StatusButtons } from './status-buttons.tsx';
import { TimeFields } from './time-fields.tsx';
import { useSave } from './use-save.ts';

type Props = { appointment: Appointment | null; onDone: () => void };

/** The calendar of what is typed in, which is made when it is first needed. */
const OWN = 'Typed in';

/** All that is said of an appointment. What was typed stays until it is saved or given up. */
export function AppointmentForm({ appointment, onDone }: Props) {
  const { timeZone } = useSession().account;
  const [draft, setDraft] = useState(() =>
    appointment ? draftOf(appointment) : newDraft(timeZone, now()),
  );
  const calendars = useQuery(calendarsQuery).data ?? [];
  const { save, failure, isPending } = useSave(appointment, onDone);
  const errors = fieldErrors(failure);
  const change = (part: Partial<AppointmentDraft>) => setDraft((old) => ({ ...old, ...part }));
  const scheduled = appointment?.messages.scheduled ?? 0;
  const chosen = calendars.filter(({ name }) => appointment !== null || name !== OWN);
  return (
    <form
      aria-label={appointment ? 'Change the appointment' : 'Add an appointment'}
      onSubmit={(event) => {
        event.preventDefault();
        save(requestOf(draft));
      }}
    >
      <Stack gap="md">
        {failure && (
          <FailureNotice
            failure={failure}
            words={
              failure.kind === 'problem'
                ? failureInWords(failure)
                : {
                    what: failureInWords(failure).what,
                    todo: 'What you typed is kept. Press the button again: nothing is added twice.',
                  }
            }
          />
        )}
        {scheduled > 0 && (
          <Text size="sm">
            {counted(scheduled, 'message')} about it {scheduled === 1 ? 'is' : 'are'} scheduled.
            What holds when {scheduled === 1 ? 'it goes' : 'they go'} out is what will be said, to
            the number or address that was known when it was scheduled.
          </Text>
        )}
        <TextInput
          label="What"
          placeholder="Check-up"
          required
          withAsterisk={false}
          maxLength={500}
          data-autofocus
          value={draft.title}
          error={errors.get('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TimeFields draft={draft} errors={errors} onChange={setDraft} />
        <Fieldset legend="Who comes" variant="unstyled">
          <PeopleFields draft={draft} errors={errors} onChange={(people) => change({ people })} />
        </Fieldset>
        <TextInput
          label="Where"
          maxLength={500}
          value={draft.location}
          error={errors.get('location')}
          onChange={(event) => change({ location: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TimeZoneSelect
            value={draft.timeZone}
            error={errors.get('times.timeZone')}
            onChange={(zone) => zone !== null && change({ timeZone: String(zone) })}
          />
          <NativeSelect
            label="Calendar"
            value={draft.calendarId}
            error={errors.get('calendarId')}
            data={[
              ...(appointment === null ? [{ value: '', label: OWN }] : []),
              ...chosen.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => change({ calendarId: event.currentTarget.value })}
          />
        </div>
        <Group justify="space-between" gap="sm">
          {appointment ? <StatusButtons appointment={appointment} onDone={onDone} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              Close
            </Button>
            <Button type="submit" loading={isPending}>
              {appointment ? 'Save' : 'Add'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
