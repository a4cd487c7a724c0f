import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './settings-section.module.css';

type Props = { title: string; about: string; children: ReactNode };

/** A part of the settings: what it is about at the left, what can be set at the right. */
export function SettingsSection({ title, about, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
