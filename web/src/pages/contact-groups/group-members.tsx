import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ContactGroupWhole } from '../../../../src/contract/contact-group.ts';
import { contactGroupQuery } from '../../api/contact-groups.ts';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { listed } from '../../format/count.ts';
import { personLabel } from '../compose/parse-people.ts';
import classes from './group-members.module.css';

/** Who is in a saved group now: contacts by name, and people who were typed in. */
export function GroupMembers({ id }: { id: string }) {
  const { t } = useLingui();
  const group = useQuery(contactGroupQuery(id));
  if (group.error) {
    return <FailureNotice failure={failureOf(group.error)} onRetry={() => void group.refetch()} />;
  }
  if (!group.data) return <LoadingRows label={t`Loading the groups`} />;
  const { contacts: number, shown, members } = group.data;
  const { people } = members;
  const rule = ruleOf(members);
  const hidden = number - shown.length;
  const typed = people.length;
  return (
    <>
      <Text size="sm" c="dimmed">
        {[
          t`${plural(number, { one: '# contact', other: '# contacts' })}`,
          ...(typed > 0 ? [t`${plural(typed, { one: '# typed in', other: '# typed in' })}`] : []),
          ...(rule ? [rule] : []),
        ].join(' · ')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable (WCAG 2.1.1). */}
      <ul className={classes.list} tabIndex={0} aria-label={t`People in the group`}>
        {shown.map((one) => (
          <li key={one.id}>
            <bdi>{one.name || one.detail}</bdi>{' '}
            <Text span size="xs" c="dimmed">
              {one.name ? one.detail : ''}
            </Text>
          </li>
        ))}
        {hidden > 0 && (
          <li>{t`${plural(hidden, { one: 'and # more contact', other: 'and # more contacts' })}`}</li>
        )}
        {people.map((person) => (
          <li key={`${person.name} ${person.phone} ${person.email}`}>
            <bdi>{personLabel(person)}</bdi>{' '}
            <Text span size="xs" c="dimmed">
              {[person.phone, person.email]
                .filter((one) => one && one !== personLabel(person))
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

/** By which rule contacts are in it, besides those chosen one by one. */
function ruleOf({ contacts, tags = [] }: ContactGroupWhole['members']): string {
  const filter = contacts && 'filter' in contacts ? contacts.filter : {};
  return listed([...tags, ...(filter.tags ?? []), ...(filter.text ? [`“${filter.text}”`] : [])]);
}
