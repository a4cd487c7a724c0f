import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { PageFailed } from './frame/page-failed.tsx';
import { PageNotFound } from './frame/page-not-found.tsx';
import { SessionGate } from './frame/session-gate.tsx';
import { withTexts } from './language/texts.ts';
import { agendaSearch } from './pages/appointments/agenda-search.ts';
import { AppointmentsPage } from './pages/appointments/appointments-page.tsx';
import { recipientSearch } from './pages/broadcast/recipient-search.ts';
import { contactSearch } from './pages/contacts/contact-search.ts';
import { outboxSearch } from './pages/outbox/outbox-search.ts';
import { deviceSearch } from './pages/phones/device-search.ts';
import { tokenSearch } from './pages/setup/token-search.ts';

const root = createRootRoute();

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/setup/setup-page.tsx')),
    'SetupPage',
  ),
});

/** Everything for which one must be signed in. `compose` stands in the address: Back closes it. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  validateSearch: (search: Record<string, unknown>): { compose?: true | undefined } =>
    search.compose === true ? { compose: true } : {},
  component: SessionGate,
});

const appointments = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: agendaSearch,
  component: AppointmentsPage,
});

const outbox = createRoute({
  getParentRoute: () => desk,
  path: '/outbox',
  validateSearch: outboxSearch,
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/outbox/outbox-page.tsx')),
    'OutboxPage',
  ),
});

const broadcast = createRoute({
  getParentRoute: () => desk,
  path: '/outbox/$broadcastId',
  validateSearch: recipientSearch,
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/broadcast/broadcast-page.tsx')),
    'BroadcastPage',
  ),
});

const report = createRoute({
  getParentRoute: () => desk,
  path: '/outbox/$broadcastId/report',
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/report/report-page.tsx')),
    'ReportPage',
  ),
});

const contacts = createRoute({
  getParentRoute: () => desk,
  path: '/contacts',
  validateSearch: contactSearch,
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/contacts/contacts-page.tsx')),
    'ContactsPage',
  ),
});

const phones = createRoute({
  getParentRoute: () => desk,
  path: '/phones',
  validateSearch: deviceSearch,
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/phones/phones-page.tsx')),
    'PhonesPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: lazyRouteComponent(
    () => withTexts(() => import('./pages/settings/settings-page.tsx')),
    'SettingsPage',
  ),
});

/** Whoever has lost the way finds it from the rail. */
const notFound = createRoute({ getParentRoute: () => desk, path: '$', component: PageNotFound });

/** The page's addresses. */
export const router = createRouter({
  routeTree: root.addChildren([
    setup,
    desk.addChildren([
      appointments,
      outbox,
      broadcast,
      report,
      contacts,
      phones,
      settings,
      notFound,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
