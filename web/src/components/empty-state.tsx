import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What will be here, and the one next thing to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" maw={440} mx="auto" py="15vh" px="md" ta="center">
      <Title order={2}>{title}</Title>
      {typeof children === 'string' ? <Text c="dimmed">{children}</Text> : children}
    </Stack>
  );
}
