import { Readable } from 'node:stream';
import { z } from 'zod';
import { readAccount } from '../../account/account.ts';
import { exportContacts } from '../../audience/export-contacts.ts';
import { listContacts, listTags, readContact } from '../../audience/read-contacts.ts';
import {
  changeContact,
  createContact,
  deleteContact,
  type Saved,
} from '../../audience/save-contact.ts';
import {
  type Contact,
  contact,
  contactChange,
  contactFileQuery,
  contactInput,
  contactPage,
  contactQuery,
  contactTag,
} from '../../contract/contact.ts';
import { asAccount } from '../../platform/database.ts';
import type { HttpContext, Server } from '../context.ts';
import { HttpProblem } from '../problems.ts';

const ofContact = z.object({ id: z.uuid() });

/** The address book. */
export function contactRoutes(server: Server, { database, clock }: HttpContext): void {
  server.get(
    '/contacts',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The contacts, by name',
        querystring: contactQuery,
        response: { 200: contactPage },
      },
    },
    ({ principal: { accountId }, query }) =>
      asAccount(database, accountId, (client) => listContacts(client, accountId, query)),
  );

  server.get(
    '/contacts.csv',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'The contacts as CSV, filtered as their list is',
        description:
          'In UTF-8 with a byte order mark, by name. The columns are named as an import names what they become, so that the file can be imported again. What a spreadsheet would take for a formula is set behind an apostrophe.',
        querystring: contactFileQuery,
        produces: ['text/csv'],
      },
    },
    ({ principal: { accountId }, query }, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="contacts.csv"')
        .send(Readable.from(exportContacts(database, accountId, query))),
  );

  server.get(
    '/contact-tags',
    {
      config: { allow: 'read' },
      schema: {
        summary: 'The tags, with how many contacts have each',
        response: { 200: z.object({ items: z.array(contactTag) }) },
      },
    },
    async ({ principal: { accountId } }) => ({
      items: await asAccount(database, accountId, (client) => listTags(client, accountId)),
    }),
  );

  server.post(
    '/contacts',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Add a contact',
        description:
          'Numbers may be written as they are dialled in the account’s country. Several contacts may share one.',
        body: contactInput,
        response: { 201: contact },
      },
    },
    async ({ principal: { accountId }, body }, reply) => {
      const account = await readAccount(database.engine, accountId);
      const made = await asAccount(database, accountId, (client) =>
        createContact(client, account, body, clock.now()),
      );
      return reply.status(201).send(savedOrRefuse(made));
    },
  );

  server.get(
    '/contacts/:id',
    {
      config: { allow: 'read' },
      schema: { summary: 'One contact', params: ofContact, response: { 200: contact } },
    },
    async ({ principal: { accountId }, params }) => {
      const found = await asAccount(database, accountId, (client) =>
        readContact(client, accountId, params.id),
      );
      if (!found) throw new HttpProblem('not_found');
      return found;
    },
  );

  server.patch(
    '/contacts/:id',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Change a contact',
        description:
          'What is not given stays. A list is replaced whole; an address that stays in it keeps its id.',
        params: ofContact,
        body: contactChange,
        response: { 200: contact },
      },
    },
    async ({ principal: { accountId }, params, body }) => {
      const account = await readAccount(database.engine, accountId);
      return savedOrRefuse(
        await asAccount(database, accountId, (client) =>
          changeContact(client, account, params.id, body, clock.now()),
        ),
      );
    },
  );

  server.delete(
    '/contacts/:id',
    {
      config: { allow: 'import' },
      schema: {
        summary: 'Take a contact out of the address book',
        description:
          'What calendars say of the person, and what was sent, stays: see the erasure of a person.',
        params: ofContact,
      },
    },
    async ({ principal: { accountId }, params }, reply) => {
      const outcome = await asAccount(database, accountId, (client) =>
        deleteContact(client, accountId, params.id),
      );
      if (outcome !== 'deleted') throw refusal(outcome);
      return reply.status(204).send();
    },
  );
}

function savedOrRefuse(saved: Saved): Contact {
  if ('problems' in saved) throw new HttpProblem('invalid_input', undefined, saved.problems);
  if ('refused' in saved) throw refusal(saved.refused);
  return saved.contact;
}

function refusal(why: 'missing' | 'merged'): HttpProblem {
  if (why === 'missing') return new HttpProblem('not_found');
  return new HttpProblem(
    'contact_merged',
    /*i18n*/ 'This contact was merged into another one; change that one, or undo the merge.',
  );
}
