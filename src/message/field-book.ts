import { type CustomField, readCustomFields } from '../account/custom-field.ts';
import type { Queryable } from '../platform/database.ts';
import { type MergeConstants, readMergeConstants, type Writer } from './merge-constants.ts';

/** What the texts of an account may name besides the fields that everybody has. */
export type FieldBook = { customFields: readonly CustomField[]; constants: MergeConstants };

/** Reads it for whoever writes. */
export async function readFieldBook(
  client: Queryable,
  accountId: string,
  writer: Writer,
): Promise<FieldBook> {
  return {
    customFields: await readCustomFields(client, accountId),
    constants: await readMergeConstants(client, accountId, writer),
  };
}
