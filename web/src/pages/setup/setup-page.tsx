import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { failureOf } from '../../api/failure.ts';
import { countryZonesQuery } from '../../api/places.ts';
import { setupStateQuery } from '../../api/session.ts';
import { DoorCard } from '../../components/door-card.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { guessPlace } from '../place/guess-place.ts';
import { browserPlace } from './browser-place.ts';
import { SetupForm } from './setup-form.tsx';

/** The first page of a new installation: whoever opens its link becomes the owner. */
export function SetupPage() {
  const { t } = useLingui();
  const { token } = useSearch({ from: '/setup' });
  const setup = useQuery(setupStateQuery);
  // Without them the first guess is worse, and that is all.
  const countries = useQuery({ ...countryZonesQuery, retry: false });
  return (
    <DoorCard title={t`Set up Headsup`}>
      {(setup.isPending || countries.isPending) && <LoadingRows label={t`Loading`} />}
      {setup.error && (
        <FailureNotice failure={failureOf(setup.error)} onRetry={() => void setup.refetch()} />
      )}
      {setup.data?.needed === false && (
        <Text>
          <Trans>
            This installation has its owner already.{' '}
            <TextLink to="/" underline="always">
              Sign in
            </TextLink>
          </Trans>
        </Text>
      )}
      {setup.data?.needed && token === undefined && (
        <Text>
          <Trans>
            This address is incomplete. Open the whole link that was printed in the terminal when
            Headsup started.
          </Trans>
        </Text>
      )}
      {setup.data?.needed && token !== undefined && !countries.isPending && (
        <SetupForm token={token} place={guessPlace(browserPlace(), countries.data ?? [])} />
      )}
    </DoorCard>
  );
}
