import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../api/session.ts';
import { TextLink } from '../components/text-link.tsx';
import { practiceInWords } from '../wording/practice.ts';
import classes from './practice-banner.module.css';

/** Says which messages are only practice, as long as any are. */
export function PracticeBanner() {
  const { t } = useLingui();
  const words = practiceInWords(useSession().practiceChannels);
  if (words === null) return null;
  return (
    <aside className={classes.banner} aria-label={t`Practice mode`}>
      {words}{' '}
      <TextLink to="/phones" className={classes.link}>
        <Trans>See the phones</Trans>
      </TextLink>
    </aside>
  );
}
