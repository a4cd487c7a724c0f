import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { contactsQuery, contactTagsQuery } from '../../api/contacts.ts';
import { failureOf } from '../../api/failure.ts';
import { useMayAct } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { lazyPart } from '../../components/lazy-part.ts';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { type DraftContacts, isChosen, toggled } from '../compose/draft-contacts.ts';
import { DraftNotice } from '../compose/draft-notice.tsx';
import { ContactDrawer } from './contact-drawer.tsx';
import { ContactLinks } from './contact-links.tsx';
import { ContactList } from './contact-list.tsx';
import { nameOf } from './contact-name.ts';
import { contactSearch } from './contact-search.ts';
import { ContactSelectionBar } from './contact-selection-bar.tsx';
import classes from './contacts-page.module.css';
import { NewContactDrawer } from './new-contact-drawer.tsx';
import { NoContacts } from './no-contacts.tsx';

const ImportContactsDialog = lazyPart(
  async () => (await import('../contact-import/import-contacts-dialog.tsx')).ImportContactsDialog,
);

const DuplicatesDialog = lazyPart(
  async () => (await import('../contact-merge/duplicates-dialog.tsx')).DuplicatesDialog,
);

const GroupsDialog = lazyPart(
  async () => (await import('../contact-groups/groups-dialog.tsx')).GroupsDialog,
);

/** The address book. */
export function ContactsPage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/desk/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const mayAct = useMayAct();
  const [doing, setDoing] = useState<'add' | 'import' | 'duplicates' | 'groups' | null>(null);
  const stop = () => setDoing(null);
  const [selection, setSelection] = useState<DraftContacts | null>(null);
  const tags = useQuery(contactTagsQuery);
  const list = useInfiniteQuery({
    ...contactsQuery({ text: filter.text, tag: filter.tag }),
    placeholderData: keepPreviousData,
  });
  const contacts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const matching = list.data?.pages[0]?.matching ?? 0;
  const isEmpty = list.isSuccess && contacts.length === 0;
  const narrowed = filter.text !== undefined || filter.tag !== undefined;
  // In an empty address book they stand in its middle.
  const offersBoth = mayAct && (narrowed || !isEmpty);
  const shown = { text: filter.text ?? '', tags: filter.tag === undefined ? [] : [filter.tag] };
  // All that match are chosen by another filter than the one shown: whom of these it means is not known.
  const isHere =
    selection?.kind !== 'all' ||
    (selection.text === shown.text && selection.tags.join() === shown.tags.join());
  const show = (change: { text?: string | undefined; tag?: string | undefined }) =>
    void navigate({ search: (old) => contactSearch({ ...old, ...change }), replace: true });
  const open = (contact?: string) =>
    void navigate({ search: (old) => contactSearch({ ...old, contact }) });
  return (
    <>
      <PageHeader title={t`Contacts`}>
        <SearchField
          label={t`Name, number or address`}
          value={filter.text ?? ''}
          onChange={(text) => show({ text: text || undefined })}
        />
        <div className={classes.tools}>
          {(filter.tag !== undefined || (tags.data?.length ?? 0) > 0) && (
            <Select
              aria-label={t`Tag`}
              placeholder={t`Any tag`}
              value={filter.tag ?? null}
              onChange={(tag) => show({ tag: tag ?? undefined })}
              data={tagOptions(tags.data?.map(({ tag }) => tag) ?? [], filter.tag)}
              searchable
              clearable
              className={classes.tag ?? ''}
            />
          )}
          {offersBoth && (
            <Button
              className={classes.add ?? ''}
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={() => setDoing('import')}
            >
              <span className={classes.words}>
                <Trans context="verb, button">Import</Trans>
              </span>
            </Button>
          )}
          {offersBoth && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setDoing('add')}
            >
              <Trans>Add contact</Trans>
            </Button>
          )}
        </div>
      </PageHeader>
      <DraftNotice />
      <PageBody>
        {list.error && (
          <FailureNotice failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows label={t`Loading the contacts`} />}
        {list.isSuccess && (
          <ContactLinks
            matching={matching}
            filter={filter}
            onDuplicates={() => setDoing('duplicates')}
            onGroups={() => setDoing('groups')}
          />
        )}
        {isEmpty && (
          <NoContacts
            narrowed={narrowed}
            onAdd={() => setDoing('add')}
            onImport={() => setDoing('import')}
          />
        )}
        {contacts.length > 0 && (
          <ContactList
            contacts={contacts}
            onOpen={({ id }) => open(id)}
            ticks={
              mayAct
                ? {
                    has: (id) => isHere && isChosen(selection, id),
                    toggle: (one) =>
                      setSelection(toggled(selection, { id: one.id, name: nameOf(one) })),
                    disabled: !isHere,
                  }
                : null
            }
          />
        )}
        <ShowMore pages={list} />
      </PageBody>
      {selection && (
        <ContactSelectionBar
          selection={selection}
          matching={matching}
          onAll={() => setSelection({ kind: 'all', ...shown, excluded: [], matching })}
          onClear={() => setSelection(null)}
        />
      )}
      <Suspense>
        {doing === 'import' && <ImportContactsDialog onClose={stop} />}
        {doing === 'duplicates' && <DuplicatesDialog onClose={stop} />}
        {doing === 'groups' && <GroupsDialog onClose={stop} />}
      </Suspense>
      {doing === 'add' && <NewContactDrawer onClose={stop} />}
      {filter.contact !== undefined && (
        <ContactDrawer
          key={filter.contact}
          id={filter.contact}
          shown={contacts.find(({ id }) => id === filter.contact)}
          onOpen={open}
          onClose={() => open()}
        />
      )}
    </>
  );
}

function tagOptions(known: readonly string[], chosen: string | undefined): string[] {
  return chosen === undefined || known.includes(chosen) ? [...known] : [chosen, ...known];
}
