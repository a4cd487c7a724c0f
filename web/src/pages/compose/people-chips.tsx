import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { CountedChips } from './counted-chips.tsx';
import { type Person, personDetail, personLabel } from './parse-people.ts';
import { ToChip } from './to-chip.tsx';

/** More than these are counted, not shown. */
const most = 16;

type Props = {
  people: readonly Person[];
  problems: ReadonlyMap<string, string>;
  onChange: (people: readonly Person[]) => void;
  onEdit: (person: Person) => void;
};

/** The people who were typed into To. */
export function PeopleChips({ people, problems, onChange, onEdit }: Props) {
  const { t } = useLingui();
  // People with something wrong come first, so that none hides among the uncounted.
  const sorted = [...people].sort(
    (a, b) => Number(problems.has(b.id)) - Number(problems.has(a.id)),
  );
  return (
    <CountedChips
      all={sorted}
      most={most}
      chip={(person) => {
        const name = personLabel(person);
        return (
          <ToChip
            key={person.id}
            name={name}
            detail={personDetail(person)}
            problem={problems.get(person.id)}
            removes={t`Remove ${name}`}
            onRemove={() => onChange(people.filter(({ id }) => id !== person.id))}
            onEdit={() => onEdit(person)}
          />
        );
      }}
      more={(hidden) => ({
        name: t`${plural(hidden, { one: 'and # more', other: 'and # more' })}`,
        removes: t`${plural(hidden, { one: 'Remove # more', other: 'Remove # more' })}`,
      })}
      onKeep={onChange}
    />
  );
}
