import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Stack, Text, TextInput } from '@mantine/core';
import { type AppointmentDraft, filled, newPerson, type PersonDraft } from './appointment-draft.ts';
import classes from './appointment-form.module.css';

type Props = {
  draft: AppointmentDraft;
  errors: ReadonlyMap<string, string>;
  onChange: (people: PersonDraft[]) => void;
};

const fields = [
  {
    name: 'name',
    label: msg({ message: 'Name', context: 'of a person' }),
    type: 'text',
    longest: 200,
  },
  { name: 'phone', label: msg`Phone`, type: 'tel', longest: 100 },
  { name: 'email', label: msg`Email`, type: 'email', longest: 320 },
] as const;

/** Who comes: a name, a number, an address, or all of these for each. */
export function PeopleFields({ draft, errors, onChange }: Props) {
  const { t } = useLingui();
  const { people } = draft;
  const sent = filled(draft);
  const set = (key: string, part: Partial<PersonDraft>) =>
    onChange(people.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const whole = errors.get('people');
  return (
    <Stack gap="xs">
      {people.map((one, n) => (
        <div key={one.key} className={classes.person}>
          {fields.map(({ name, label, type, longest }) => (
            <TextInput
              key={name}
              aria-label={n === 0 ? t(label) : t(labelOf(name, n + 1))}
              placeholder={t(label)}
              type={type}
              maxLength={longest}
              value={one[name]}
              error={errors.get(`people.${sent.indexOf(one)}.${name}`)}
              onChange={(event) => set(one.key, { [name]: event.currentTarget.value })}
            />
          ))}
          <CloseButton
            mt={4}
            aria-label={t(takeOff(one, n + 1))}
            onClick={() => onChange(people.filter(({ key }) => key !== one.key))}
          />
        </div>
      ))}
      {whole && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {whole}
        </Text>
      )}
      <div>
        <Button size="xs" variant="default" onClick={() => onChange([...people, newPerson()])}>
          {people.length === 0 ? t`Add a person` : t`Add another person`}
        </Button>
      </div>
    </Stack>
  );
}

/** The field of one who is not the first. */
function labelOf(field: (typeof fields)[number]['name'], number: number): MessageDescriptor {
  switch (field) {
    case 'name':
      return msg`Name of person ${number}`;
    case 'phone':
      return msg`Phone of person ${number}`;
    case 'email':
      return msg`Email of person ${number}`;
  }
}

function takeOff({ name, phone, email }: PersonDraft, number: number): MessageDescriptor {
  const person = name || phone || email;
  return person ? msg`Take ${person} off` : msg`Take person ${number} off`;
}
