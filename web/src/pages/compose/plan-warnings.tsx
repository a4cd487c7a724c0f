import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Plan } from '../../../../src/contract/plan.ts';
import { warningsInWords } from './warnings-in-words.ts';

/** What is unusual about a message; none of it keeps it from going out. */
export function PlanWarnings({ plan }: { plan: Plan }) {
  const sentences = warningsInWords(plan);
  if (sentences.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        {sentences.map((sentence) => (
          <Group key={sentence} gap="xs" wrap="nowrap" align="flex-start">
            <IconAlertTriangle
              size={20}
              color="var(--mantine-color-yellow-7)"
              style={{ flexShrink: 0 }}
              aria-hidden
            />
            <Text>{sentence}</Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
