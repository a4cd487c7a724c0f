import type { z } from 'zod';
import type { Channel } from '../../contract/channel.ts';
import type {
  SandboxDevice,
  SandboxDevicePage,
  SandboxFaultRequest,
  SandboxMessage,
  sandboxDeviceQuery,
} from '../../contract/sandbox.ts';
import type { Queryable } from '../../platform/database.ts';
import { sqlFile } from '../../platform/sql-file.ts';

const devicesSql = sqlFile(import.meta.url, './sql/devices.sql');
const setFaultSql = sqlFile(import.meta.url, './sql/set-fault.sql');

const nothingBefore = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const channelsOf: Readonly<Record<SandboxDevice['kind'], readonly Channel[]>> = {
  phone: ['sms', 'voice'],
  mailbox: ['email'],
};

type Row = Omit<SandboxDevice, 'messages'> & { newest: string; messages: SandboxMessage[] };

/**
 * A page of an account's pretend phones and mailboxes, newest message first. A device that gets a
 * message while somebody pages through moves to the front, and so may be seen twice.
 * `client` is the engine's: under row-level security a comparison of enums (the channel) is not
 * leakproof, and the statement would lose its index.
 */
export async function listDevices(
  client: Queryable,
  accountId: string,
  query: z.infer<typeof sandboxDeviceQuery>,
): Promise<SandboxDevicePage> {
  const { kind, text, limit } = query;
  const [id, address] = readCursor(query.cursor);
  const { rows } = await client.query<Row>(devicesSql, [
    accountId,
    kind ?? null,
    text || null,
    id,
    address,
    limit + 1,
  ]);
  const items = rows.slice(0, limit).map(deviceOf);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, next: last ? writeCursor(last) : null };
}

/** Sets what goes wrong at a phone (on both its channels) or a mailbox, from the next message on. */
export async function setFault(
  client: Queryable,
  accountId: string,
  { kind, address, fault }: SandboxFaultRequest,
): Promise<void> {
  await client.query(setFaultSql, [accountId, channelsOf[kind], address, fault]);
}

function deviceOf({ newest: _, messages, ...device }: Row): SandboxDevice {
  const inIso = messages.map((message) => ({
    ...message,
    receivedAt: new Date(message.receivedAt).toISOString(),
  }));
  return { ...device, messages: inIso };
}

function writeCursor({ newest, address }: Row): string {
  return Buffer.from(`${newest}${address}`).toString('base64url');
}

/** A cursor that is none of ours begins at the start. */
function readCursor(cursor: string | undefined): [id: string, address: string] {
  const text = Buffer.from(cursor ?? '', 'base64url').toString();
  const id = text.slice(0, nothingBefore.length);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? [id, text.slice(id.length)]
    : [nothingBefore, ''];
}
