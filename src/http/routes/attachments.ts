import { z } from 'zod';
import { attachment, attachmentRendition, attachmentUpload } from '../../contract/attachment.ts';
import { deleteAttachment } from '../../message/attachments/delete-attachment.ts';
import { findFile, readAttachmentRow } from '../../message/attachments/read-attachment.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';
import { receiveAttachment } from '../receive-attachment.ts';
import { sendFile } from '../send-file.ts';

const byId = z.object({ id: z.uuid() });
const file = z.any().meta({ description: 'The file itself', type: 'string', format: 'binary' });

/** Files for texts, emails and calls. */
export function attachmentRoutes(server: Server, context: HttpContext): void {
  const { database, files } = context;

  server.post(
    '/attachments',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Upload a file (multipart field “file”)',
        description:
          'It is checked by its content: pictures, PDF, Word, Excel, PowerPoint and OpenDocument files, texts, calendar and contact files, MP3 and WAV, up to 15 MB; with purpose audio an MP3 or WAV up to 60 MB and 5 minutes, which calls play.',
        consumes: ['multipart/form-data'],
        querystring: attachmentUpload,
        response: { 201: attachment },
      },
    },
    async (request, reply) => {
      const { purpose } = request.query;
      return reply.status(201).send(await receiveAttachment(context, request, reply, purpose));
    },
  );

  server.get(
    '/attachments/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What is known of a file',
        params: byId,
        response: { 200: attachment },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      const found = await asAccount(database, accountId, (client) =>
        readAttachmentRow(client, accountId, id),
      );
      if (!found) throw new HttpProblem('not_found', /*i18n*/ 'There is no such file.');
      return found;
    },
  );

  server.get(
    '/attachments/:id/content',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The file itself',
        params: byId,
        querystring: attachmentRendition,
        produces: ['application/octet-stream'],
        response: { 200: file, 206: file },
      },
      serializerCompiler: () => (data) => String(data),
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      const { rendition } = request.query;
      const found = await asAccount(database, accountId, (client) =>
        findFile(client, accountId, id, rendition),
      );
      if (!found) throw new HttpProblem('not_found', /*i18n*/ 'There is no such file.');
      return sendFile(request, reply, files.blobs, found);
    },
  );

  server.delete(
    '/attachments/:id',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Delete a file that no message uses',
        params: byId,
        response: { 204: z.null() },
      },
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const deletion = await asAccount(database, accountId, (client) =>
        deleteAttachment(client, accountId, id),
      );
      if (deletion === 'unknown')
        throw new HttpProblem('not_found', /*i18n*/ 'There is no such file.');
      if (deletion === 'in_use') {
        throw new HttpProblem('in_use', /*i18n*/ 'A message has this file, so it stays.');
      }
      return reply.status(204).send(null);
    },
  );
}
