import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useChangePlace } from '../../api/places.ts';
import { useSession } from '../../api/session.ts';
import { CountrySelect } from '../../components/country-select.tsx';
import { TimeZoneSelect } from '../../components/time-zone-select.tsx';
import { PlaceRemark } from '../place/place-remark.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Where the business is. Only an owner changes it. */
export function PlaceSection() {
  const { t } = useLingui();
  const { account, role } = useSession();
  const title = t`Country and time zone`;
  return (
    <SettingsSection
      title={title}
      about={t`How phone numbers are read, and when a day begins. Appointments and scheduled messages keep their moment; it is shown by the new clock.`}
    >
      <SettingsForm
        label={title}
        saved={{ country: account.country, timeZone: account.timeZone }}
        save={useChangePlace()}
        editable={role === 'owner'}
        done={t`Saved. What is scheduled goes out at the moment it was set for.`}
      >
        {({ values, change, errors }) => (
          <Stack gap="sm" maw={480}>
            <CountrySelect
              description={t`Its numbers are typed without a country code. While no countries are chosen under Sending, they alone get texts and calls.`}
              value={values.country}
              error={errors.get('country')}
              onChange={(country) => country && change({ country })}
            />
            <TimeZoneSelect
              description={t`Also that of people of whom no other is known: for their quiet hours, in messages made from now on.`}
              value={values.timeZone}
              error={errors.get('timeZone')}
              onChange={(timeZone) => timeZone && change({ timeZone })}
            />
            <PlaceRemark {...values} />
          </Stack>
        )}
      </SettingsForm>
    </SettingsSection>
  );
}
