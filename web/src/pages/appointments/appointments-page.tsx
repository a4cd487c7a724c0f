import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import type { Appointment, Participant } from '../../../../src/contract/appointment.ts';
import { useMayAct, useSession } from '../../api/session.ts';
import { now } from '../../clock.ts';
import { lazyPart } from '../../components/lazy-part.ts';
import { PageFailure } from '../../components/page-failure.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { dayIn } from '../../format/day.ts';
import { withTexts } from '../../language/texts.ts';
import { DropZone } from '../calendar-import/drop-zone.tsx';
import { ImportButton } from '../calendar-import/import-button.tsx';
import { ImportResult } from '../calendar-import/import-result.tsx';
import { useImporter } from '../calendar-import/use-importer.ts';
import { DraftNotice } from '../compose/draft-notice.tsx';
import { AddButton } from './add-button.tsx';
import { AgendaContent } from './agenda-content.tsx';
import { agendaFilter } from './agenda-filter.ts';
import type { AgendaSearch } from './agenda-search.ts';
import { AgendaToolbar } from './agenda-toolbar.tsx';
import { AmbiguousNotice } from './ambiguous-notice.tsx';
import classes from './appointments-page.module.css';
import { ComposeButton } from './compose-button.tsx';
import { FilterButton, filterCount } from './filter-button.tsx';
import { sameFilter } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './selection-store.ts';
import { useAgenda } from './use-agenda.ts';
import { useTicking } from './use-ticking.ts';

const PersonDrawer = lazyPart(() =>
  withTexts(async () => (await import('../person/person-drawer.tsx')).PersonDrawer),
);

const AppointmentDialog = lazyPart(() =>
  withTexts(async () => (await import('../appointment/appointment-dialog.tsx')).AppointmentDialog),
);

const FilterBar = lazyPart(() =>
  withTexts(async () => (await import('../agenda-filters/filter-bar.tsx')).FilterBar),
);

/** The home page: who comes when, what was sent to them, and the ticks from which one writes. */
export function AppointmentsPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/' });
  const isComposing = useSearch({ from: '/desk' }).compose === true;
  const navigate = useNavigate({ from: '/' });
  const { account } = useSession();
  const today = dayIn(account.timeZone, now());
  const filter = useMemo(() => agendaFilter(search, today), [search, today]);
  const agenda = useAgenda(filter);
  const selection = useSelection();
  const importer = useImporter();
  const mayAct = useMayAct();
  const [person, setPerson] = useState<Participant | null>(null);
  const [isFiltering, setFiltering] = useState(filterCount(search) > 0);
  const [edited, setEdited] = useState<Appointment | 'new' | null>(null);

  const tickable = selection.kind === 'some' || sameFilter(selection.filter, filter);
  const show = (next: AgendaSearch) => void navigate({ search: next, replace: true });
  const { onTick, onTickDay, ...ticking } = useTicking(agenda);
  const actions = useMemo(
    () => ({ onTick, onTickDay, onOpen: setPerson, onEdit: mayAct ? setEdited : null }),
    [onTick, onTickDay, mayAct],
  );

  return (
    <>
      <PageHeader title={t`Appointments`}>
        <AgendaToolbar search={search} today={today} onChange={show} />
        <FilterButton
          search={search}
          isOpen={isFiltering}
          onToggle={() => setFiltering(!isFiltering)}
        />
        <div className={classes.actions}>
          {mayAct && <AddButton onAdd={() => setEdited('new')} />}
          {mayAct && <ImportButton importer={importer} label={t`Import`} />}
          <ComposeButton />
        </div>
      </PageHeader>
      {isFiltering && (
        <Suspense>
          <FilterBar search={search} onChange={show} />
        </Suspense>
      )}
      <DraftNotice />
      <AmbiguousNotice {...{ search, today }} isEmpty={agenda.isEmpty} onShow={show} />
      {ticking.failure && <PageFailure failure={ticking.failure} onRetry={ticking.retry} />}
      <AgendaContent {...{ agenda, search, today, tickable, actions, importer }} onShow={show} />
      <SelectionBar {...{ filter, search, tickable }} onShow={show} />
      {mayAct && !isComposing && edited === null && <DropZone onFile={importer.take} />}
      <ImportResult importer={importer} />
      <Suspense>
        {person && <PersonDrawer person={person} onClose={() => setPerson(null)} />}
        {edited && (
          <AppointmentDialog
            appointment={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </>
  );
}
