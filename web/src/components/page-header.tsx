import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

/** The head of a page: its name, then whatever narrows or acts on what is below. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Group component="header" className={classes.header} gap="sm">
      <Title order={1}>{title}</Title>
      {children}
    </Group>
  );
}
