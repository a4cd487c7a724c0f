import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { appointmentCountQuery } from '../../api/appointments.ts';
import type { AgendaSearch } from './agenda-search.ts';
import classes from './notice.module.css';

type Props = {
  search: AgendaSearch;
  today: string;
  /** Nothing is shown that could be chosen from. */
  isEmpty: boolean;
  onShow: (search: AgendaSearch) => void;
};

/** How many appointments to come wait for somebody to say which contact it is, and the way there and back. */
export function AmbiguousNotice({ search, today, isEmpty, onShow }: Props) {
  const { t } = useLingui();
  const waiting = useQuery(appointmentCountQuery({ match: 'ambiguous', from: today })).data ?? 0;
  const isShown = search.match !== undefined;
  if (isShown ? isEmpty : waiting === 0) return null;
  return (
    <div className={classes.notice}>
      <Text size="sm" role="status">
        {isShown
          ? t`Only where somebody has to say which contact it is: click on the name.`
          : t`On ${plural(waiting, { one: '# appointment', other: '# appointments' })} to come it is not clear which contact somebody is.`}
      </Text>
      <Anchor
        component="button"
        size="sm"
        onClick={() => onShow(isShown ? {} : { match: 'ambiguous' })}
      >
        {isShown ? t`Show all` : t({ message: 'Show them', context: 'appointments' })}
      </Anchor>
    </div>
  );
}
