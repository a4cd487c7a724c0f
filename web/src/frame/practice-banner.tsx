import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../api/session.ts';
import { TextLink } from '../components/text-link.tsx';
import { practiceInWords } from '../wording/practice.ts';
import classes from './practice-banner.module.css';

/** Says which messages are only practice, as long as any are. */
export function PracticeBanner() {
  const { t } = useLingui();
  const { practiceChannels, role } = useSession();
  const words = practiceInWords(practiceChannels);
  if (words === null) return null;
  return (
    <aside className={classes.banner} aria-label={t`Practice mode`}>
      {words}
      <TextLink to="/phones" className={classes.link}>
        <Trans>See the phones</Trans>
      </TextLink>
      {role === 'owner' && practiceChannels.includes('email') && (
        <TextLink to="/settings" className={classes.link}>
          <Trans>Connect a mail server</Trans>
        </TextLink>
      )}
    </aside>
  );
}
