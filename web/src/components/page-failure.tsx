import { Box } from '@mantine/core';
import type { Failure } from '../api/failure.ts';
import { FailureNotice } from './failure-notice.tsx';

/** What went wrong, where a page or a part of it should stand. */
export function PageFailure(props: { failure: Failure; onRetry: () => void }) {
  return (
    <Box p="md">
      <FailureNotice {...props} />
    </Box>
  );
}
