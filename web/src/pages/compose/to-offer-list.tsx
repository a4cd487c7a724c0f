import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { OfferList } from './offer-list.tsx';
import type { Offering } from './use-to-offer.ts';

/** Who is offered under To, while somebody is typed into it. */
export function ToOfferList({ offering }: { offering: Offering }) {
  const { t } = useLingui();
  const { offers, choose } = offering;
  const number = offers.length;
  return (
    <OfferList
      keys={offering}
      offers={offers}
      keyOf={({ key }) => key}
      label={t`Suggestions for To`}
      status={t`${plural(number, { one: '# suggestion', other: '# suggestions' })}: arrow keys choose one, Enter puts it in To, Escape closes.`}
      isWide
      onChoose={choose}
    >
      {({ label, detail }) => (
        <>
          <bdi>{label}</bdi>
          <Text span size="xs" c="dimmed">
            <bdi>{detail}</bdi>
          </Text>
        </>
      )}
    </OfferList>
  );
}
