import type { HttpContext, Server } from './context.ts';
import { accountRoutes } from './routes/account.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { broadcastEventRoutes } from './routes/broadcast-events.ts';
import { broadcastSpeedRoutes } from './routes/broadcast-speed.ts';
import { broadcastRoutes } from './routes/broadcasts.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { contactMergeRoutes } from './routes/contact-merges.ts';
import { contactRoutes } from './routes/contacts.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { exampleClinicRoutes } from './routes/example-clinic.ts';
import { participantContactRoutes } from './routes/participant-contact.ts';
import { personRoutes } from './routes/persons.ts';
import { planRoutes } from './routes/plans.ts';
import { providerUpkeepRoutes } from './routes/provider-upkeep.ts';
import { providerRoutes } from './routes/providers.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { sendingPolicyRoutes } from './routes/sending-policy.ts';
import { sessionRoutes } from './routes/session.ts';
import { setupRoutes } from './routes/setup.ts';
import { systemRoutes } from './routes/system.ts';

/** Everything under /api. */
export function routes(server: Server, context: HttpContext): void {
  systemRoutes(server, context);
  setupRoutes(server, context);
  sessionRoutes(server, context);
  accountRoutes(server, context);
  calendarRoutes(server, context);
  exampleClinicRoutes(server, context);
  appointmentRoutes(server, context);
  contactRoutes(server, context);
  contactMergeRoutes(server, context);
  participantContactRoutes(server, context);
  attachmentRoutes(server, context);
  personRoutes(server, context);
  planRoutes(server, context);
  broadcastRoutes(server, context);
  broadcastSpeedRoutes(server, context);
  broadcastEventRoutes(server, context);
  deliveryRoutes(server, context);
  sandboxRoutes(server, context);
  providerRoutes(server, context);
  providerUpkeepRoutes(server, context);
  sendingPolicyRoutes(server, context);
}
