import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { SendingPolicy } from '../../../../src/contract/sending-policy.ts';
import { failureOf } from '../../api/failure.ts';
import { useChangeSendingPolicy } from '../../api/sending-policy.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { fieldErrors } from '../../wording/failures.ts';
import { AlarmFields } from './alarm-fields.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { QuietHoursFields } from './quiet-hours-fields.tsx';
import classes from './sending-form.module.css';

/** What the parts of the form have: the policy as it is being changed, and what is wrong with it. */
export type PolicyFields = {
  policy: SendingPolicy;
  change: (part: Partial<SendingPolicy>) => void;
  errors: ReadonlyMap<string, string>;
};

/** The whole sending policy, saved in one go. */
export function SendingForm({ saved, editable }: { saved: SendingPolicy; editable: boolean }) {
  const [changed, setChanged] = useState<Partial<SendingPolicy>>({});
  const save = useChangeSendingPolicy();
  const failure = save.error ? failureOf(save.error) : null;
  const errors = fieldErrors(failure);
  const policy = { ...saved, ...changed };
  const change = (part: Partial<SendingPolicy>) => {
    save.reset();
    setChanged((old) => ({ ...old, ...part }));
  };
  const fields = { policy, change, errors };
  return (
    <form
      aria-label="Sending"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(policy, { onSuccess: () => setChanged({}) });
      }}
    >
      <fieldset disabled={!editable} className={classes.fields}>
        <Stack gap="lg">
          <QuietHoursFields {...fields} />
          <ConsentFields {...fields} />
          <LimitFields {...fields} />
          <AlarmFields {...fields} />
        </Stack>
      </fieldset>
      {failure && errors.size === 0 && <FailureNotice failure={failure} />}
      {editable && (
        <Group mt="md">
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={Object.keys(changed).length === 0}
          >
            Save
          </Button>
          <Text size="sm" role="status">
            {errors.size > 0 && 'Not saved: see above.'}
            {save.isSuccess && 'Saved. It holds for what waits already.'}
          </Text>
        </Group>
      )}
    </form>
  );
}
