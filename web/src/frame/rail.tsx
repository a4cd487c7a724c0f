import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendar,
  IconDeviceMobile,
  IconLogout,
  IconSend,
  IconSettings,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.ts';
import classes from './rail.module.css';

/** The pages; `short` is for a phone, where there is little room. */
const links = [
  { to: '/', label: msg`Appointments`, short: msg`Appointments`, Icon: IconCalendar },
  { to: '/outbox', label: msg`Outbox`, short: msg`Outbox`, Icon: IconSend },
  { to: '/contacts', label: msg`Contacts`, short: msg`Contacts`, Icon: IconAddressBook },
  { to: '/phones', label: msg`Phones & mailboxes`, short: msg`Phones`, Icon: IconDeviceMobile },
  { to: '/settings', label: msg`Settings`, short: msg`Settings`, Icon: IconSettings },
] as const;

/** The way between the pages: at the left on a desk, at the bottom on a phone. */
export function Rail() {
  const { t } = useLingui();
  const session = useSession();
  const signOut = useSignOut();
  return (
    <nav className={classes.rail} aria-label={t`Pages`}>
      <div className={classes.name}>Headsup</div>
      <ul className={classes.links}>
        {links.map(({ to, label, short, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.link}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              <span className={classes.label}>{t(label)}</span>
              <span className={classes.short}>{t(short)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <div className={classes.account}>{session.account.name}</div>
        <div className={classes.user}>{session.user.name}</div>
        <UnstyledButton
          className={classes.link}
          onClick={() => signOut.mutate()}
          disabled={signOut.isPending}
        >
          <IconLogout size={18} stroke={1.75} aria-hidden />
          <Trans>Sign out</Trans>
        </UnstyledButton>
        {signOut.error && (
          <div role="alert">
            <Trans>That did not work; you are still signed in.</Trans>
          </div>
        )}
      </div>
    </nav>
  );
}
