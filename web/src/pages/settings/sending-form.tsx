import { useLingui } from '@lingui/react/macro';
import type { SendingPolicy } from '../../../../src/contract/sending-policy.ts';
import { useChangeSendingPolicy } from '../../api/sending-policy.ts';
import { AlarmFields } from './alarm-fields.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { LookupFields } from './lookup-fields.tsx';
import { QuietHoursFields } from './quiet-hours-fields.tsx';
import classes from './sending-form.module.css';
import { type SettingsFields, SettingsForm } from './settings-form.tsx';

/** What the parts of the form have. */
export type PolicyFields = SettingsFields<SendingPolicy>;

/** The whole sending policy. */
export function SendingForm({ saved, editable }: { saved: SendingPolicy; editable: boolean }) {
  const { t } = useLingui();
  return (
    <SettingsForm
      label={t({ message: 'Sending', context: 'settings' })}
      saved={saved}
      save={useChangeSendingPolicy()}
      editable={editable}
      done={t`Saved. It holds for what waits already.`}
    >
      {(fields) => (
        <div className={classes.parts}>
          <QuietHoursFields {...fields} />
          <ConsentFields {...fields} />
          <LimitFields {...fields} />
          <LookupFields {...fields} />
          <AlarmFields {...fields} />
        </div>
      )}
    </SettingsForm>
  );
}
