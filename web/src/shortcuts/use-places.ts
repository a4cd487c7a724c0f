import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';

/** Somewhere to go, or something to do, by its name. */
export type Place = { id: string; label: string; go: () => void };

/** The pages, and what can be done from anywhere. */
export function usePlaces({
  compose,
  onHelp,
}: {
  compose: (() => void) | null;
  onHelp: () => void;
}): Place[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  return [
    { id: 'appointments', label: t`Appointments`, go: () => void navigate({ to: '/' }) },
    ...(compose ? [{ id: 'compose', label: t`Compose`, go: compose }] : []),
    { id: 'outbox', label: t`Outbox`, go: () => void navigate({ to: '/outbox' }) },
    { id: 'contacts', label: t`Contacts`, go: () => void navigate({ to: '/contacts' }) },
    { id: 'phones', label: t`Phones & mailboxes`, go: () => void navigate({ to: '/phones' }) },
    { id: 'settings', label: t`Settings`, go: () => void navigate({ to: '/settings' }) },
    { id: 'keys', label: t`Keys`, go: onHelp },
  ];
}
