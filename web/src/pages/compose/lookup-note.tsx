import { Plural, Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { PlanLookups } from '../../../../src/contract/plan.ts';
import { failureOrNull } from '../../api/failure.ts';
import { useLookUp } from '../../api/number-lookups.ts';
import { useSession } from '../../api/session.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { planRequestOf } from './draft-request.ts';
import { lookupsInWords } from './lookups-in-words.ts';
import type { Compose } from './use-compose.ts';

/** What numbers may be landlines, what it costs to know, who is paid; and the button for who may pay. */
export function LookupNote({ compose, lookups }: { compose: Compose; lookups: PlanLookups }) {
  const isOwner = useSession().role === 'owner';
  const lookUp = useLookUp();
  const failure = failureOrNull(lookUp.error);
  const request = planRequestOf(compose.draft);
  const atMost = Math.min(lookups.unknown, lookups.leftToday);
  const { provider, failure: said } = lookUp.data ?? {};
  const words = useRef<HTMLDivElement>(null);
  // The button is gone once all is known: whoever pressed it by key stays where its answer is.
  const onSuccess = () => words.current?.focus();
  return (
    <>
      <Stack gap={6} ref={words} tabIndex={-1} aria-live="polite">
        {lookupsInWords(lookups, isOwner).map((sentence) => (
          <Text size="sm" key={sentence}>
            {sentence}
          </Text>
        ))}
      </Stack>
      {isOwner && atMost > 0 && request && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={lookUp.isPending}
            disabled={compose.behind}
            onClick={() => lookUp.mutate({ request, atMost }, { onSuccess })}
          >
            <Plural value={atMost} one="Look up # number" other="Look up # numbers" />
          </Button>
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
      {said && lookups.unanswered > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            {provider} says: “{said}”
          </Trans>
        </Text>
      )}
    </>
  );
}
