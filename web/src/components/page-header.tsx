import { useLingui } from '@lingui/react/macro';
import { Group, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';
import { TextLink } from './text-link.tsx';

type Props = {
  title: string;
  /** The list that this page is one of. */
  back?: { to: '/outbox'; label: string };
  children?: ReactNode;
};

/** The head of a page: its name, then whatever narrows or acts on what is below. */
export function PageHeader({ title, back, children }: Props) {
  const { t } = useLingui();
  return (
    <Group component="header" className={classes.header} gap="sm">
      <title>{t`${title} · Headsup`}</title>
      {back && (
        <TextLink to={back.to} className={classes.back ?? ''}>
          <IconChevronLeft size={16} aria-hidden /> {back.label}
        </TextLink>
      )}
      <Title order={1} className={classes.title ?? ''}>
        {title}
      </Title>
      {children}
    </Group>
  );
}
