import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useExampleClinic } from '../../api/calendars.ts';
import { failureOf } from '../../api/failure.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { beginTour } from '../../tour/tour-store.ts';

/** Three weeks of an invented clinic in one click, for whoever only wants to see how it goes. */
export function TryExample() {
  const { practiceChannels } = useSession();
  const example = useExampleClinic();
  // The answer may find this offer gone, in favour of the appointments; the tour begins all the same.
  const bringIn = () => void example.mutateAsync('PUT').then(beginTour, () => undefined);
  // Where anything goes out for real there is nothing to practise with.
  if (practiceChannels.length < 3) return null;
  return (
    <>
      <Text c="dimmed" size="sm" mt="sm">
        <Trans>Only looking around? Practise on a clinic that does not exist.</Trans>
      </Text>
      <Button variant="default" loading={example.isPending} onClick={bringIn}>
        <Trans>Try with an example clinic</Trans>
      </Button>
      {example.error && <FailureNotice failure={failureOf(example.error)} />}
    </>
  );
}
