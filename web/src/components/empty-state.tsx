import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** It stands in the place of a whole page, so that its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
};

/** What will be here, and the one next thing to do. */
export function EmptyState({ title, isPage = false, children }: Props) {
  return (
    <Stack align="center" gap="xs" maw={440} mx="auto" py="15vh" px="md" ta="center">
      <Title order={isPage ? 1 : 2} size="h2">
        {title}
      </Title>
      {typeof children === 'string' ? <Text c="dimmed">{children}</Text> : children}
    </Stack>
  );
}
