import { Checkbox, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LookupOffer } from '../../../../src/contract/number-lookup.ts';
import { lookupOfferQuery } from '../../api/number-lookups.ts';
import { count, counted } from '../../format/count.ts';
import { money } from '../../format/money.ts';
import type { PolicyFields } from './sending-form.tsx';

/** Whether numbers are looked up for money, at whose price, and how many a day. */
export function LookupFields({ values: policy, change, errors }: PolicyFields) {
  const { data } = useQuery(lookupOfferQuery);
  return (
    <Stack gap="sm">
      <Checkbox
        label="Look up numbers that may be landlines or mobiles"
        description={`By itself, where a call goes only where a text cannot go. ${data ? inWords(data) : ''}`}
        checked={policy.looksUp}
        onChange={(event) => change({ looksUp: event.currentTarget.checked })}
      />
      <NumberInput
        label="Numbers looked up a day"
        description="At most, also where an owner asks for it."
        min={1}
        max={1_000_000}
        clampBehavior="none"
        allowDecimal={false}
        thousandSeparator
        value={policy.lookupsDaily}
        error={errors.get('lookupsDaily')}
        onChange={(value) => change({ lookupsDaily: Number(value) })}
      />
    </Stack>
  );
}

function inWords({ offer }: LookupOffer): string {
  if (!offer) return 'Nobody who carries texts here can look numbers up just now.';
  const today = `${counted(offer.usedToday, 'number')} today, ${count(offer.leftToday)} left`;
  return `Each costs about ${money(offer.price)}, paid to ${offer.provider} (${today}).`;
}
