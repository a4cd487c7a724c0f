import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { listed } from '../../format/count.ts';
import classes from './compose-dialog.module.css';
import { missingOf } from './draft-request.ts';
import { hearsNothing } from './hears-nothing.ts';
import { timeError } from './time-errors.ts';
import type { Compose } from './use-compose.ts';
import { WhenField } from './when-field.tsx';

/** Always in view: when it goes, what is missing, and the way on. */
export function WriteFoot({ compose, onReview }: { compose: Compose; onReview: () => void }) {
  const { t } = useLingui();
  const { draft, plan, behind, preview, errors } = compose;
  const missing = listed(missingOf(draft));
  const nobody = plan.data !== undefined && hearsNothing(plan.data);
  const ready =
    missing === '' &&
    !behind &&
    plan.data !== undefined &&
    !nobody &&
    plan.failure === null &&
    preview.failure === null &&
    timeError(errors) === undefined;
  return (
    <div className={classes.foot}>
      <WhenField compose={compose} />
      <Text size="sm" className={classes.push}>
        {missing && t`Still missing: ${missing}`}
        {!missing && nobody && !behind && t`Nobody would get this`}
      </Text>
      <Button onClick={onReview} disabled={!ready} loading={missing === '' && behind}>
        <Trans context="button: look it over">Review</Trans>
      </Button>
    </div>
  );
}
