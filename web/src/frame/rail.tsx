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

const links = [
  { to: '/', label: 'Appointments', short: 'Appointments', Icon: IconCalendar },
  { to: '/outbox', label: 'Outbox', short: 'Outbox', Icon: IconSend },
  { to: '/contacts', label: 'Contacts', short: 'Contacts', Icon: IconAddressBook },
  { to: '/phones', label: 'Phones & mailboxes', short: 'Phones', Icon: IconDeviceMobile },
  { to: '/settings', label: 'Settings', short: 'Settings', Icon: IconSettings },
] as const;

/** The way between the pages: at the left on a desk, at the bottom on a phone. */
export function Rail() {
  const session = useSession();
  const signOut = useSignOut();
  return (
    <nav className={classes.rail} aria-label="Pages">
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
              <span className={classes.label}>{label}</span>
              <span className={classes.short}>{short}</span>
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
          Sign out
        </UnstyledButton>
        {signOut.error && <div role="alert">That did not work; you are still signed in.</div>}
      </div>
    </nav>
  );
}
