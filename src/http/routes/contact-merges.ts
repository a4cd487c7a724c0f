import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { mergeContacts, undoMerge } from '../../audience/merge-contacts.ts';
import { previewMerge } from '../../audience/preview-merge.ts';
import { listDuplicates, listMerges } from '../../audience/read-merges.ts';
import {
  contactMerge,
  duplicatesPage,
  duplicatesQuery,
  mergePreview,
  mergePreviewQuery,
  mergeRequest,
} from '../../contract/contact-merge.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const ofContact = z.object({ id: z.uuid() });

/** Contacts that are one: found, merged, and taken apart again. */
export function contactMergeRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/contact-duplicates',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'Pairs of contacts that are likely one, the likeliest first',
        querystring: duplicatesQuery,
        response: { 200: duplicatesPage },
      },
    },
    ({ principal: { accountId }, query }) =>
      asAccount(database, accountId, (client) => listDuplicates(client, accountId, query)),
  );

  server.get(
    '/contacts/:id/merges',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What was merged into a contact, the last first',
        params: ofContact,
        response: { 200: z.object({ items: z.array(contactMerge) }) },
      },
    },
    async ({ principal: { accountId }, params }) => ({
      items: await asAccount(database, accountId, (client) =>
        listMerges(client, accountId, params.id),
      ),
    }),
  );

  server.get(
    '/contacts/:id/merges/preview',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'What a merge would make of this contact; nothing is written',
        params: ofContact,
        querystring: mergePreviewQuery,
        response: { 200: mergePreview },
      },
    },
    async ({ principal: { accountId }, params, query }) => {
      const found = await asAccount(database, accountId, (client) =>
        previewMerge(client, accountId, params.id, query.mergedId),
      );
      if ('refused' in found) throw refusal(found.refused);
      return found;
    },
  );

  server.post(
    '/contacts/:id/merges',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Merge another contact into this one',
        description:
          'This one keeps what it has and gets what it lacks; the other is hidden until the merge is undone.',
        params: ofContact,
        body: mergeRequest,
        response: { 201: contactMerge },
      },
    },
    async ({ principal: { accountId, user }, params, body }, reply) => {
      const account = await readAccount(database.engine, accountId);
      const merge = await asAccount(database, accountId, async (client) => {
        const doer = { by: user.name, at: clock.now() };
        const done = await mergeContacts(client, account, params.id, body.mergedId, doer);
        if ('refused' in done) throw refusal(done.refused);
        const merges = await listMerges(client, accountId, params.id);
        return merges.find(({ id }) => id === done.mergeId);
      });
      if (!merge) throw new Error('a merge that was just made is gone');
      return reply.status(201).send(merge);
    },
  );

  server.delete(
    '/contacts/:id/merges/:mergeId',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Undo a merge: the contacts are as they were, but for what was changed since',
        params: ofContact.extend({ mergeId: z.uuid() }),
      },
    },
    async ({ principal: { accountId, user }, params }, reply) => {
      const account = await readAccount(database.engine, accountId);
      const refused = await asAccount(database, accountId, (client) =>
        undoMerge(client, account, params.id, params.mergeId, { by: user.name, at: clock.now() }),
      );
      if (refused === 'missing') {
        throw new HttpProblem(
          'not_found',
          /*i18n*/ 'This merge was undone already, or one of the two contacts is no longer there.',
        );
      }
      if (refused) {
        throw new HttpProblem(
          'contact_merged',
          /*i18n*/ 'This contact was itself merged into another one; undo that merge first.',
        );
      }
      return reply.status(204).send();
    },
  );
}

function refusal(why: 'missing' | 'merged' | 'same'): HttpProblem {
  if (why === 'missing') return new HttpProblem('not_found');
  if (why === 'merged') {
    const detail = /*i18n*/ 'One of the two was merged into a third one; undo that merge first.';
    return new HttpProblem('contact_merged', detail);
  }
  const message = /*i18n*/ 'choose another contact than this one';
  return new HttpProblem('invalid_input', undefined, [{ path: 'mergedId', message }]);
}
