import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarMonth } from '@tabler/icons-react';
import { Suspense, useRef, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.ts';
import { withTexts } from '../../language/texts.ts';
import type { AgendaSearch } from './agenda-search.ts';

const MonthPanel = lazyPart(() =>
  withTexts(async () => (await import('../agenda-month/month-panel.tsx')).MonthPanel),
);

type Props = {
  search: AgendaSearch;
  today: string;
  onChange: (search: AgendaSearch) => void;
};

/** Opens a month with how many appointments each day has, to choose days from. */
export function MonthButton(props: Props) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const toggle = () => {
    setOpened(true);
    setOpen(!isOpen);
  };
  const close = () => {
    setOpen(false);
    ref.current?.focus();
  };
  const button = (
    <Button
      ref={ref}
      variant="default"
      px="xs"
      aria-label={t`Choose days on a calendar`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={toggle}
    >
      <IconCalendarMonth size={18} aria-hidden />
    </Button>
  );
  if (!wasOpened) return button;
  return (
    <Suspense fallback={button}>
      <MonthPanel {...props} isOpen={isOpen} onClose={close} button={button} />
    </Suspense>
  );
}
