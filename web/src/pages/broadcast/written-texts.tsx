import type { Content } from '../../../../src/contract/content.ts';
import { MessageLook } from '../../components/message-look.tsx';
import classes from './broadcast-view.module.css';

/** The texts as they were written, fields and all. */
export function WrittenTexts({ content }: { content: Content }) {
  const { sms, email, voice } = content;
  return (
    <details className={classes.texts}>
      <summary>What it says</summary>
      <div>
        {sms && <MessageLook channel="sms" heading="as written" subject={null} text={sms.text} />}
        {email && (
          <MessageLook
            channel="email"
            heading="as written"
            subject={email.subject}
            text={email.text ?? ''}
            html={email.html}
          />
        )}
        {voice && (
          <MessageLook
            channel="voice"
            heading="as written"
            subject={null}
            text={voice.text ?? '(a sound)'}
          />
        )}
      </div>
    </details>
  );
}
