import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../api/failure.ts';
import { type FailureWords, failureInWords } from '../wording/failures.ts';

type Props = {
  failure: Failure;
  /** Other words than the usual ones, where more is at stake than a list not loading. */
  words?: FailureWords;
  onRetry?: () => void;
};

/** What went wrong, whether anything was lost, and what to do. */
export function FailureNotice({ failure, words = failureInWords(failure), onRetry }: Props) {
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.what}
    >
      {(words.todo || onRetry) && (
        <Group justify="space-between" gap="sm">
          {words.todo && <Text size="sm">{words.todo}</Text>}
          {onRetry && (
            <Button variant="default" size="xs" onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
