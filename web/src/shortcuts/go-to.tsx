import '@mantine/spotlight/styles.css';
import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { hasWords } from '../format/has-words.ts';
import classes from './go-to.module.css';
import { useFound } from './use-found.ts';
import { type Place, usePlaces } from './use-places.ts';

type Props = { compose: (() => void) | null; onHelp: () => void; onClose: () => void };

const [store, spotlight] = createSpotlight();

/** Goes to anything by its name: pages and deeds at once, people and messages as they are found. */
export function GoTo({ compose, onHelp, onClose }: Props) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), 150);
  const places = usePlaces({ compose, onHelp }).filter(({ label }) => hasWords(label, query));
  const found = useFound(text);
  useEffect(() => spotlight.open(), []);
  const groups = [
    { name: t`Go to`, places },
    { name: t`Contacts`, places: found.contacts },
    { name: t`Messages`, places: found.messages },
    { name: t`Appointments`, places: found.appointments },
  ].filter((group) => group.places.length > 0);
  const first = groups[0]?.places[0];
  return (
    <Spotlight.Root
      store={store}
      title={t`Go to`}
      classNames={{ header: classes.header ?? '' }}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      overlayProps={{ blur: 0 }}
      maxHeight="min(28rem, 60dvh)"
    >
      <Spotlight.Search
        aria-label={t`Go to`}
        placeholder={t`A page, a person, a message`}
        onKeyDown={({ key, nativeEvent }) => {
          // What is found comes after the last letter; Enter takes the first of it, too.
          if (key === 'Enter' && !nativeEvent.isComposing && store.getState().selected < 0) {
            spotlight.close();
            first?.go();
          }
        }}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ name, places }) => (
          <Spotlight.ActionsGroup key={name} label={name}>
            {places.map(({ id, label, go }: Place) => (
              <Spotlight.Action key={id} label={label} onClick={go} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>
            {found.isPending ? t`Searching…` : t`Nothing of that name.`}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
