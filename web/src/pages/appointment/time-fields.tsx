import { useLingui } from '@lingui/react/macro';
import { Checkbox, Text, TextInput } from '@mantine/core';
import { type AppointmentDraft, withStart } from './appointment-draft.ts';
import classes from './appointment-form.module.css';

type Props = {
  draft: AppointmentDraft;
  errors: ReadonlyMap<string, string>;
  onChange: (draft: AppointmentDraft) => void;
};

/** From when until when, by the clock of the appointment's zone. */
export function TimeFields({ draft, errors, onChange }: Props) {
  const { t } = useLingui();
  const { allDay } = draft;
  const [start, end] = [errors.get('times.start'), errors.get('times.end')];
  const [startsWrong, endsWrong] = [start !== undefined, end !== undefined];
  const field = (
    name: 'day' | 'time' | 'lastDay' | 'endTime',
    label: string,
    isWrong: boolean,
  ) => ({
    label,
    value: draft[name],
    error: isWrong,
    required: true,
    withAsterisk: false,
    type: name === 'day' || name === 'lastDay' ? 'date' : 'time',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange(
        name === 'day' || name === 'time'
          ? withStart(draft, { [name]: value })
          : { ...draft, [name]: value },
      ),
  });
  return (
    <>
      <Checkbox
        label={t`All day`}
        checked={allDay}
        onChange={(event) => onChange({ ...draft, allDay: event.currentTarget.checked })}
      />
      <div className={classes.times}>
        <TextInput {...field('day', allDay ? t`First day` : t`Day`, startsWrong)} />
        {!allDay && (
          <TextInput
            {...field('time', t({ message: 'From', context: 'time of day' }), startsWrong)}
          />
        )}
        <TextInput
          {...field(
            'lastDay',
            allDay ? t`Last day` : t({ message: 'Until', context: 'day' }),
            endsWrong,
          )}
        />
        {!allDay && (
          <TextInput
            {...field('endTime', t({ message: 'To', context: 'time of day' }), endsWrong)}
          />
        )}
      </div>
      {(start ?? end) && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {start ?? end}
        </Text>
      )}
    </>
  );
}
