import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../components/empty-state.tsx';
import { TextLink } from '../components/text-link.tsx';

/** Shown for an address that no page has. */
export function PageNotFound() {
  const { t } = useLingui();
  return (
    <EmptyState isPage title={t`There is no such page`}>
      <title>{t`There is no such page`}</title>
      <TextLink to="/">
        <Trans>Go to the appointments</Trans>
      </TextLink>
    </EmptyState>
  );
}
