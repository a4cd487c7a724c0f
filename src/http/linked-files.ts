import { z } from 'zod';
import { findByLink } from '../message/attachments/attachment-links.ts';
import { findFile } from '../message/attachments/read-attachment.ts';
import type { HttpContext, Server } from './context.ts';
import { HttpProblem } from './problems.ts';
import { sendFile } from './send-file.ts';

const byToken = z.object({ token: z.string().regex(/^[\w-]{22}$/) });

/**
 * The files of messages, for whoever has the address that stood in theirs; not under /api, so that it is
 * short. Nothing lists them, and an address that leads nowhere is told no more than that.
 */
export function linkedFiles(server: Server, { database, clock, files }: HttpContext): void {
  server.get('/m/:token', { schema: { hide: true } }, async (request, reply) => {
    const params = byToken.safeParse(request.params);
    const { engine } = database;
    const link = params.success ? await findByLink(engine, params.data.token, clock.now()) : null;
    const file = link && (await findFile(engine, link.accountId, link.id, link.rendition));
    if (!file)
      throw new HttpProblem('not_found', /*i18n*/ 'This link has expired, or leads nowhere.');
    return sendFile(request, reply, files.blobs, file);
  });
}
