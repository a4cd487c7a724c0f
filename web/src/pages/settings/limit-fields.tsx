import { useLingui } from '@lingui/react/macro';
import { Checkbox, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { countries, regionName } from '../../components/country-select.tsx';
import { settingsParts } from '../../wording/remedy-settings.ts';
import { NumberField } from './number-field.tsx';
import type { PolicyFields } from './sending-form.tsx';
import { SettingsPart } from './settings-part.tsx';

/** How long a message holds, to which numbers it may go, and what a day may cost. */
export function LimitFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  const { country: code } = useSession().account;
  const country = regionName(code);
  return (
    <Stack gap="sm">
      <NumberField
        label={t`Minutes for which a message holds`}
        description={t`What has not gone out so long after its time does not go out at all.`}
        min={5}
        max={4320}
        value={policy.validMinutes}
        error={errors.get('validMinutes')}
        onChange={(value) => change({ validMinutes: value ?? 0 })}
      />
      <SettingsPart name={settingsParts.countries}>
        <MultiSelect
          label={t`Countries whose numbers may be contacted`}
          description={t`None chosen: ${country} alone.`}
          data={countries}
          searchable
          clearable
          maxDropdownHeight={240}
          nothingFoundMessage={t`No such country`}
          value={policy.allowedCountries ?? []}
          error={errors.get('allowedCountries')}
          onChange={(chosen) => change({ allowedCountries: chosen.length > 0 ? chosen : null })}
        />
      </SettingsPart>
      <SettingsPart name={settingsParts.premium}>
        <Checkbox
          label={t`Allow numbers that cost extra`}
          checked={policy.premiumAllowed}
          onChange={(event) => change({ premiumAllowed: event.currentTarget.checked })}
        />
      </SettingsPart>
      <SettingsPart name={settingsParts.daily}>
        <NumberField
          label={t`Messages to one address a day`}
          description={t`Of texts, emails and calls each, within 24 hours; who has had so many is left out. Empty: no limit.`}
          min={1}
          max={1_000}
          value={policy.personDaily}
          error={errors.get('personDaily')}
          onChange={(personDaily) => change({ personDaily })}
        />
      </SettingsPart>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NumberField
          label={t`A day may cost at most`}
          description={t`Empty: no limit.`}
          min={0}
          max={1_000_000}
          allowDecimal
          value={policy.spendingCap}
          error={errors.get('spendingCap')}
          onChange={(spendingCap) => change({ spendingCap })}
        />
        <TextInput
          label={t`Currency`}
          description={t`As in USD.`}
          styles={{ wrapper: { maxWidth: '14rem' } }}
          maxLength={3}
          value={policy.currency}
          error={errors.get('currency')}
          onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </SimpleGrid>
    </Stack>
  );
}
