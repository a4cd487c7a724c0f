import { useLingui } from '@lingui/react/macro';
import { ChannelFields } from './channel-fields.tsx';
import classes from './compose-dialog.module.css';
import { CopyModeChoice } from './copy-mode-choice.tsx';
import { DropGuard } from './drop-guard.tsx';
import { FromContacts } from './from-contacts.tsx';
import { MixedNotice } from './mixed-notice.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ResolveChoice } from './resolve-choice.tsx';
import { SendTest } from './send-test.tsx';
import { ToField } from './to-field.tsx';
import type { Compose } from './use-compose.ts';
import { WhoGetsWhat } from './who-gets-what.tsx';
import { WriteFoot } from './write-foot.tsx';

/** At the left what one writes, at the right what they get. */
export function WriteStep({ compose, onReview }: { compose: Compose; onReview: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <DropGuard />
          <MixedNotice compose={compose} />
          <ToField compose={compose} />
          <FromContacts compose={compose} />
          <ChannelFields compose={compose} />
          <CopyModeChoice compose={compose} />
          <ResolveChoice compose={compose} />
        </div>
        <section className={classes.stack} aria-label={t({ message: 'Preview', context: 'noun' })}>
          <PreviewPane compose={compose} />
          <SendTest compose={compose} />
          <WhoGetsWhat compose={compose} open={false} />
        </section>
      </div>
      <WriteFoot compose={compose} onReview={onReview} />
    </>
  );
}
