import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './door-card.module.css';
import { LanguageRow } from './language-row.tsx';

/** The narrow sheet that the pages before the desk are written on. */
export function DoorCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.door}>
      <title>{title}</title>
      <div className={classes.card}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </div>
      <LanguageRow />
    </main>
  );
}
