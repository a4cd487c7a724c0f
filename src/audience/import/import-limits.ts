/** What a file of contacts may hold; docs/contacts.md tells them. */
export const IMPORT_LIMITS = {
  rows: 200_000,
  columns: 200,
  /** Characters of one cell. */
  cell: 10_000,
  /** Bytes of one row, or characters of one line of a vCard. */
  row: 200_000,
  /** Numbers and mailboxes of one contact, and its tags; as contacts that are typed in may have. */
  addresses: 50,
  tags: 100,
  /** Fields of the account's own, of one contact. */
  fields: 100,
} as const;
