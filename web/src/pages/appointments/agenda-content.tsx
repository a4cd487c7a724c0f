import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { calendarsQuery } from '../../api/calendars.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageFailure } from '../../components/page-failure.tsx';
import { ImportButton } from '../calendar-import/import-button.tsx';
import type { Importer } from '../calendar-import/use-importer.ts';
import { TryExample } from '../example-clinic/try-example.tsx';
import type { AgendaActions } from './agenda-actions.ts';
import type { AgendaSearch } from './agenda-search.ts';
import { AgendaTable } from './agenda-table.tsx';
import { NoAppointments } from './no-appointments.tsx';
import type { Agenda } from './use-agenda.ts';

type Props = {
  agenda: Agenda;
  search: AgendaSearch;
  today: string;
  tickable: boolean;
  actions: AgendaActions;
  importer: Importer;
  onShow: (search: AgendaSearch) => void;
};

/** The agenda, or why there is none. */
export function AgendaContent(props: Props) {
  const { agenda, search, today, tickable, actions, importer, onShow } = props;
  const { t } = useLingui();
  const { query, isEmpty } = agenda;
  const calendars = useQuery(calendarsQuery);
  const mayAct = useMayAct();
  if (query.isPending) return <LoadingRows label={t`Loading the appointments`} />;
  if (query.error && isEmpty) {
    return <PageFailure failure={failureOf(query.error)} onRetry={query.refetch} />;
  }
  if (!isEmpty) {
    return (
      <>
        {query.error && <PageFailure failure={failureOf(query.error)} onRetry={query.refetch} />}
        <AgendaTable {...{ agenda, today, tickable, actions }} />
      </>
    );
  }
  if (calendars.data?.length === 0) {
    return (
      <EmptyState title={t`Your appointments will be here`}>
        {mayAct ? (
          <>
            <p>
              <Trans>
                Import a calendar file (.ics), by the button or by dropping it on this page. People,
                numbers and addresses are found in it by themselves.
              </Trans>
            </p>
            <ImportButton importer={importer} label={t`Choose a calendar file`} />
            <TryExample />
          </>
        ) : (
          <p>
            <Trans>
              As soon as a colleague has imported a calendar. Your role is to look only.
            </Trans>
          </p>
        )}
      </EmptyState>
    );
  }
  if (search.match !== undefined) {
    return (
      <EmptyState title={t`Nobody is left to tell apart`}>
        <Button variant="default" onClick={() => onShow({})}>
          <Trans>Show all upcoming</Trans>
        </Button>
      </EmptyState>
    );
  }
  return <NoAppointments {...{ search, today, onShow }} filter={agenda.filter} />;
}
