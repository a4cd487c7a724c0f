import { z } from 'zod';
import type { Principal } from '../../account/principal.ts';
import {
  type TemplateRequest,
  template,
  templateList,
  templateRequest,
} from '../../contract/template.ts';
import { compileContent } from '../../message/compile-content.ts';
import { readFieldBook } from '../../message/field-book.ts';
import {
  changeTemplate,
  createTemplate,
  deleteTemplate,
  listTemplates,
  type Saved,
} from '../../message/saved-templates.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';
import { refuseContent } from '../refuse-content.ts';

const byId = z.object({ id: z.uuid() });

/** Saved texts, to be inserted when composing. */
export function templateRoutes(server: Server, context: HttpContext): void {
  const { database, clock } = context;

  server.get(
    '/templates',
    {
      config: { allow: 'read' },
      schema: { summary: 'The saved texts by name', response: { 200: templateList } },
    },
    async ({ principal: { accountId } }) => ({
      items: await asAccount(database, accountId, (client) => listTemplates(client, accountId)),
    }),
  );

  server.post(
    '/templates',
    {
      config: { allow: 'send' },
      schema: { summary: 'Save a text', body: templateRequest, response: { 201: template } },
    },
    async ({ principal, body }, reply) => {
      const { accountId, user } = principal;
      await refuseBroken(context, principal, body);
      const saved = await asAccount(database, accountId, (client) =>
        createTemplate(client, accountId, body, { name: user.name, at: clock.now() }),
      );
      return reply.status(201).send(savedOrRefuse(saved, body));
    },
  );

  server.put(
    '/templates/:id',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Change a saved text; messages made from it stay as they are',
        params: byId,
        body: templateRequest,
        response: { 200: template },
      },
    },
    async ({ principal, params: { id }, body }) => {
      const { accountId, user } = principal;
      await refuseBroken(context, principal, body);
      const saved = await asAccount(database, accountId, (client) =>
        changeTemplate(client, accountId, id, body, { name: user.name, at: clock.now() }),
      );
      return savedOrRefuse(saved, body);
    },
  );

  server.delete(
    '/templates/:id',
    {
      config: { allow: 'send' },
      schema: { summary: 'Forget a saved text', params: byId, response: { 204: z.null() } },
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const wasThere = await asAccount(database, accountId, (client) =>
        deleteTemplate(client, accountId, id),
      );
      if (!wasThere) throw new HttpProblem('not_found', /*i18n*/ 'There is no such template.');
      return reply.status(204).send(null);
    },
  );
}

/** A text that cannot be sent is not saved, so that nobody finds out in a hurry. */
async function refuseBroken(
  { database }: HttpContext,
  { accountId, user }: Principal,
  { content }: TemplateRequest,
): Promise<void> {
  const book = await readFieldBook(database.engine, accountId, user);
  const result = compileContent(content, book);
  if ('problems' in result) refuseContent(result.problems);
}

function savedOrRefuse(saved: Saved, { name }: TemplateRequest) {
  if ('saved' in saved) return saved.saved;
  switch (saved.refused) {
    case 'missing':
      throw new HttpProblem('not_found', /*i18n*/ 'There is no such template.');
    case 'full':
      throw new HttpProblem('too_many_templates');
    case 'taken': {
      const message = {
        text: /*i18n*/ 'There is a template “{name}” already: choose another name, or change that one.',
        values: { name },
      };
      throw new HttpProblem('name_taken', message, [{ path: 'name', message }]);
    }
  }
}
