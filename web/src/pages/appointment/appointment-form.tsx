import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appointment } from '../../../../src/contract/appointment.ts';
import { calendarsQuery } from '../../api/calendars.ts';
import { useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { calendarName, ownCalendarName } from '../../wording/calendar-name.ts';
import { failureInWords, fieldErrors } from '../../wording/failures.ts';
import { type AppointmentDraft, draftOf, newDraft, requestOf } from './appointment-draft.ts';
import classes from './appointment-form.module.css';
import { PeopleFields } from './people-fields.tsx';
import { StatusButtons } from './status-buttons.tsx';
import { TimeFields } from './time-fields.tsx';
import { keepUnsaved, unsavedDraft } from './unsaved-draft.ts';
import { useSave } from './use-save.ts';

type Props = { appointment: Appointment | null; onDone: () => void };

/** All that is said of an appointment. What was typed stays until it is saved or given up. */
export function AppointmentForm({ appointment, onDone }: Props) {
  const { t } = useLingui();
  const { timeZone } = useSession().account;
  const id = appointment?.id ?? null;
  const afresh = () => (appointment ? draftOf(appointment) : newDraft(timeZone, now()));
  const [isFoundAgain, setFoundAgain] = useState(unsavedDraft(id) !== undefined);
  const [draft, setDraft] = useState(() => unsavedDraft(id) ?? afresh());
  const calendars = useQuery(calendarsQuery).data ?? [];
  const { save, failure, isPending } = useSave(appointment, () => {
    keepUnsaved(id, undefined);
    onDone();
  });
  const errors = fieldErrors(failure);
  const type = (next: AppointmentDraft) => {
    keepUnsaved(id, next);
    setDraft(next);
  };
  const change = (part: Partial<AppointmentDraft>) => type({ ...draft, ...part });
  const beginAfresh = () => {
    keepUnsaved(id, undefined);
    setFoundAgain(false);
    setDraft(afresh());
  };
  const scheduled = appointment?.messages.scheduled ?? 0;
  const chosen = calendars.filter(({ isOwn }) => appointment !== null || !isOwn);
  return (
    <form
      aria-label={appointment ? t`Change the appointment` : t`Add an appointment`}
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
                    todo: t`What you typed is kept. Press the button again: nothing is added twice.`,
                  }
            }
          />
        )}
        {isFoundAgain && (
          <Group gap="xs" role="status">
            <Text size="sm">
              <Trans>What you typed before is here again; it is not saved yet.</Trans>
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={beginAfresh}>
              <Trans>Begin afresh</Trans>
            </Button>
          </Group>
        )}
        {scheduled > 0 && (
          <Text size="sm">
            <Plural
              value={scheduled}
              one="# message about it is scheduled. What holds when it goes out is what will be said, to the number or address that was known when it was scheduled."
              other="# messages about it are scheduled. What holds when they go out is what will be said, to the number or address that was known when it was scheduled."
            />
          </Text>
        )}
        <TextInput
          label={t({ message: 'What', comment: 'A field: the title of an appointment' })}
          placeholder={t({
            message: 'Check-up',
            comment: 'A title of an appointment, as an example',
          })}
          required
          withAsterisk={false}
          maxLength={500}
          data-autofocus
          value={draft.title}
          error={errors.get('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TimeFields draft={draft} errors={errors} onChange={type} />
        <Fieldset legend={t`Who comes`} variant="unstyled">
          <PeopleFields draft={draft} errors={errors} onChange={(people) => change({ people })} />
        </Fieldset>
        <TextInput
          label={t({ message: 'Where', comment: 'A field: the place of an appointment' })}
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
            label={t`Calendar`}
            value={draft.calendarId}
            error={errors.get('calendarId')}
            data={[
              ...(appointment === null
                ? [
                    {
                      value: '',
                      label: ownCalendarName(),
                    },
                  ]
                : []),
              ...chosen.map((one) => ({ value: one.id, label: calendarName(one) })),
            ]}
            onChange={(event) => change({ calendarId: event.currentTarget.value })}
          />
        </div>
        <Group justify="space-between" gap="sm">
          {appointment ? <StatusButtons appointment={appointment} onDone={onDone} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              <Trans>Close</Trans>
            </Button>
            <Button type="submit" loading={isPending}>
              {appointment ? t`Save` : t({ message: 'Add', context: 'an appointment' })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
