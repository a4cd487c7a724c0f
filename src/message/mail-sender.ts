import type { Content } from '../contract/content.ts';
import type { MailSender } from '../contract/mail-sender.ts';
import type { Letter } from '../providers/provider.ts';

/** Whom the emails of an account are from, and where answers go; empty: as the provider is set. */
export type AccountSender = { fromName: string; replyTo: string };

/** The content with the account's sender for an email that names none of its own. */
export function withSender(content: Content, account: AccountSender | undefined): Content {
  const { email } = content;
  if (!email) return content;
  const { fromName, replyTo } = senderOf(email, account);
  return {
    ...content,
    email: { ...email, fromName: fromName ?? undefined, replyTo: replyTo ?? undefined },
  };
}

/** Whom an email is from: as it says itself, else as its account does. */
export function senderOf(
  email: Pick<Letter, 'fromName' | 'replyTo'>,
  account: AccountSender | undefined,
): MailSender {
  return {
    fromName: email.fromName ?? (account?.fromName || null),
    replyTo: email.replyTo ?? (account?.replyTo || null),
  };
}
