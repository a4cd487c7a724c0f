import { z } from 'zod';
import {
  changeGroup,
  createGroup,
  deleteGroup,
  listGroups,
  readGroup,
  type SavedGroup,
} from '../../audience/saved-groups.ts';
import {
  type ContactGroup,
  contactGroup,
  contactGroupChange,
  contactGroupInput,
  contactGroupList,
  contactGroupWhole,
} from '../../contract/contact-group.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const byId = z.object({ id: z.uuid() });

/** Saved groups: parts of an audience under a name, to be chosen again. */
export function contactGroupRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/contact-groups',
    {
      config: { allow: 'read' },
      schema: { summary: 'The saved groups by name', response: { 200: contactGroupList } },
    },
    async ({ principal: { accountId } }) => ({
      items: await asAccount(database, accountId, (client) => listGroups(client, accountId)),
    }),
  );

  server.get(
    '/contact-groups/:id',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'A group with who is in it now',
        params: byId,
        response: { 200: contactGroupWhole },
      },
    },
    async ({ principal: { accountId }, params: { id } }) => {
      const found = await asAccount(database, accountId, (client) =>
        readGroup(client, accountId, id),
      );
      if (!found) missing();
      return found;
    },
  );

  server.post(
    '/contact-groups',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Save contacts, tags and typed people as a group',
        description:
          'Contacts of a filter or a tag are not noted one by one: who is in the group is worked out whenever it is used.',
        body: contactGroupInput,
        response: { 201: contactGroup },
      },
    },
    async ({ principal: { accountId, user }, body }, reply) => {
      const by = { name: user.name, at: clock.now() };
      const saved = await asAccount(database, accountId, (client) =>
        createGroup(client, accountId, body, by),
      );
      return reply.status(201).send(savedOrRefuse(saved, body.name));
    },
  );

  server.patch(
    '/contact-groups/:id',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Rename a group, or say anew who is in it',
        description:
          'Messages that are made already go to whom they were made for; one that is worked out when it goes out goes to whoever is in the group then.',
        params: byId,
        body: contactGroupChange,
        response: { 200: contactGroup },
      },
    },
    async ({ principal: { accountId, user }, params: { id }, body }) => {
      const by = { name: user.name, at: clock.now() };
      const saved = await asAccount(database, accountId, (client) =>
        changeGroup(client, accountId, id, body, by),
      );
      return savedOrRefuse(saved, body.name ?? '');
    },
  );

  server.delete(
    '/contact-groups/:id',
    {
      config: { allow: 'send' },
      schema: {
        summary: 'Forget a group; its contacts stay',
        params: byId,
        response: { 204: z.null() },
      },
    },
    async ({ principal: { accountId }, params: { id } }, reply) => {
      const refused = await asAccount(database, accountId, (client) =>
        deleteGroup(client, accountId, id),
      );
      if (refused === 'missing') missing();
      if (refused === 'waited_for') {
        throw new HttpProblem(
          'in_use',
          /*i18n*/ 'A scheduled message is for this group: cancel it, or edit it, first.',
        );
      }
      return reply.status(204).send(null);
    },
  );
}

function savedOrRefuse(saved: SavedGroup, name: string): ContactGroup {
  if ('saved' in saved) return saved.saved;
  switch (saved.refused) {
    case 'missing':
      return missing();
    case 'full':
      throw new HttpProblem('too_many_groups');
    case 'taken': {
      const message = {
        text: /*i18n*/ 'There is a group “{name}” already: choose another name, or change that one.',
        values: { name },
      };
      throw new HttpProblem('name_taken', message, [{ path: 'name', message }]);
    }
  }
}

function missing(): never {
  throw new HttpProblem('not_found', /*i18n*/ 'There is no such group.');
}
