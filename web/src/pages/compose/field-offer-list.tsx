import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { OfferList } from './offer-list.tsx';
import type { FieldOffer } from './use-field-offer.ts';

/** The fields that are offered under a text, while one is typed in it. */
export function FieldOfferList({ offer }: { offer: FieldOffer }) {
  const { t } = useLingui();
  const { fields, choose } = offer;
  const number = fields.length;
  return (
    <OfferList
      keys={offer}
      offers={fields}
      keyOf={({ name }) => name}
      label={t({ message: 'Fields', context: 'merge fields' })}
      status={t`${plural(number, { one: '# field', other: '# fields' })}: arrow keys choose one, Enter puts it in, Escape closes.`}
      onChoose={choose}
    >
      {({ label, name }) => (
        <>
          <span>{label}</span>
          <Text span size="xs" c="dimmed" truncate>
            {name}
          </Text>
        </>
      )}
    </OfferList>
  );
}
