import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Plan } from '../../../../src/contract/plan.ts';
import { locale } from '../../format/locale.ts';

/** What the carriers will charge, and whether it is more than may be spent today. */
export function CostNote({ cost }: { cost: Plan['cost'] }) {
  if (cost === null) return null;
  const { currency, amount, leftToday } = cost;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const price = money.format(amount);
  const left = leftToday === null ? '' : money.format(leftToday);
  const isOver = leftToday !== null && amount > leftToday;
  return (
    <div>
      <Text>
        <Trans>It costs about {price}.</Trans>
      </Text>
      {isOver && (
        <Text c="var(--tone-amber)" fw={600}>
          <Trans>
            Only {left} may still be spent today. The rest waits until tomorrow, or until an owner
            raises the cap under Settings.
          </Trans>
        </Text>
      )}
    </div>
  );
}
