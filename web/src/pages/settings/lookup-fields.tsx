import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LookupOffer } from '../../../../src/contract/number-lookup.ts';
import { lookupOfferQuery } from '../../api/number-lookups.ts';
import { count } from '../../format/count.ts';
import { money } from '../../format/money.ts';
import { providerNamed } from '../../wording/provider-name.ts';
import { NumberField } from './number-field.tsx';
import type { PolicyFields } from './sending-form.tsx';

/** Whether numbers are looked up for money, at whose price, and how many a day. */
export function LookupFields({ values: policy, change, errors }: PolicyFields) {
  const { t } = useLingui();
  const { data } = useQuery(lookupOfferQuery);
  return (
    <Stack gap="sm">
      <Checkbox
        label={t`Look up numbers that may be landlines or mobiles`}
        description={
          <>
            <Trans>By itself, where a call goes only where a text cannot go.</Trans>{' '}
            {data && <Offer offer={data.offer} />}
          </>
        }
        checked={policy.looksUp}
        onChange={(event) => change({ looksUp: event.currentTarget.checked })}
      />
      <NumberField
        label={t`Numbers looked up a day`}
        description={t`At most, also where an owner asks for it.`}
        min={1}
        max={1_000_000}
        value={policy.lookupsDaily}
        error={errors.get('lookupsDaily')}
        onChange={(value) => change({ lookupsDaily: value ?? 0 })}
      />
    </Stack>
  );
}

function Offer({ offer }: LookupOffer) {
  if (!offer) return <Trans>None of your text providers can look up numbers just now.</Trans>;
  const { usedToday } = offer;
  const provider = providerNamed(offer.provider);
  const price = money(offer.price);
  const left = count(offer.leftToday);
  return (
    <Trans>
      Each costs about {price}, paid to {provider} (
      <Plural value={usedToday} one="# number today" other="# numbers today" />, {left} left).
    </Trans>
  );
}
