import { Trans } from '@lingui/react/macro';
import { TextLink } from '../components/text-link.tsx';
import { setJustSent } from './just-sent.ts';

/** The way to the page of a message, which says all that the bar does. */
export function SeeWhoGotIt({ broadcastId }: { broadcastId: string }) {
  return (
    <TextLink to="/outbox/$broadcastId" params={{ broadcastId }} onClick={() => setJustSent(null)}>
      <Trans>See who got it</Trans>
    </TextLink>
  );
}
