import { Button, CloseButton, Stack, Text, TextInput } from '@mantine/core';
import { type AppointmentDraft, filled, newPerson, type PersonDraft } from './appointment-draft.ts';
import classes from './appointment-form.module.css';

type Props = {
  draft: AppointmentDraft;
  errors: ReadonlyMap<string, string>;
  onChange: (people: PersonDraft[]) => void;
};

const fields = [
  { name: 'name', label: 'Name', type: 'text', longest: 200 },
  { name: 'phone', label: 'Phone', type: 'tel', longest: 100 },
  { name: 'email', label: 'Email', type: 'email', longest: 320 },
] as const;

/** Who comes: a name, a number, an address, or all of these for each. */
export function PeopleFields({ draft, errors, onChange }: Props) {
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
              aria-label={n === 0 ? label : `${label} of person ${n + 1}`}
              placeholder={label}
              type={type}
              maxLength={longest}
              value={one[name]}
              error={errors.get(`people.${sent.indexOf(one)}.${name}`)}
              onChange={(event) => set(one.key, { [name]: event.currentTarget.value })}
            />
          ))}
          <CloseButton
            mt={4}
            aria-label={`Take ${one.name || one.phone || one.email || `person ${n + 1}`} off`}
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
          {people.length === 0 ? 'Add a person' : 'Add another person'}
        </Button>
      </div>
    </Stack>
  );
}
