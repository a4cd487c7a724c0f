import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useId } from 'react';
import classes from './compose-dialog.module.css';
import { notReadyInWords } from './not-ready.ts';
import type { Compose } from './use-compose.ts';
import { WhenField } from './when-field.tsx';

/** Always in view: when it goes, and the way on with what stands in it. */
export function WriteFoot({ compose, onReview }: { compose: Compose; onReview: () => void }) {
  const { plan, behind } = compose;
  const reasonId = useId();
  const reason = notReadyInWords(compose);
  const isWaiting = reason === '' && behind;
  return (
    <div className={classes.foot}>
      <WhenField compose={compose} />
      <div className={classes.on}>
        <Text size="sm" id={reasonId}>
          {reason}
        </Text>
        <Button
          onClick={onReview}
          disabled={reason !== '' || isWaiting || plan.data === undefined}
          loading={isWaiting}
          aria-describedby={reason === '' ? undefined : reasonId}
        >
          <Trans context="button: look it over">Review</Trans>
        </Button>
      </div>
    </div>
  );
}
