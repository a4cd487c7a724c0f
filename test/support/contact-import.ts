import { type ContactImport, contactImport } from '../../src/contract/contact-import.ts';
import type { Call, CallAnswer } from './call.ts';
import { waitFor } from './wait-for.ts';

/** Sends a file of contacts; a text as UTF-8. */
export function uploadContacts(
  call: Call,
  file: string,
  name = 'people.csv',
  query = '',
): Promise<CallAnswer> {
  const form = new FormData();
  form.set('file', new Blob([file]), name);
  return call('POST', `/api/contact-imports${query}`, form);
}

/** Waits until an import needs a person or is over. */
export function settledImport(call: Call, id: string): Promise<ContactImport> {
  return waitFor(
    async () => contactImport.parse((await call('GET', `/api/contact-imports/${id}`)).json),
    ({ state }) => ['ready', 'done', 'canceled'].includes(state),
    60_000,
  );
}
