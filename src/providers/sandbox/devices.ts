import type { z } from 'zod';
import type { Channel } from '../../contract/channel.ts';
import type {
  SandboxDevice,
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

/** A device with what it received; what was answered from it is the inbox's to know. */
export type ReceivingDevice = Omit<SandboxDevice, 'replies'>;

type Row = Omit<SandboxDevice, 'messages' | 'replies'> & {
  newest: string;
  messages: SandboxMessage[];
};

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
): Promise<{ items: ReceivingDevice[]; next: string | null }> {
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

/**
 * Which of our numbers or mailboxes a device answers; empty where nothing came to it. null: the sandbox does
 * not carry this channel, and nobody may answer as a real person.
 */
export async function senderTo(
  client: Queryable,
  accountId: string,
  { channel, address }: { channel: Channel; address: string },
): Promise<{ providerId: string; sender: string } | null> {
  const { rows } = await client.query<{ providerId: string; sender: string | null }>(
    `select p.id as "providerId", (
              select m.sender from sandbox_message m
               where m.account_id = $1 and m.channel = $2 and m.address = $3 order by m.id desc limit 1) as sender
       from provider p
       join channel_provider c on c.account_id = $1 and c.channel = $2 and c.provider_id = p.id
      where p.account_id = $1 and p.kind = 'sandbox'`,
    [accountId, channel, address],
  );
  const [row] = rows;
  return row ? { providerId: row.providerId, sender: row.sender ?? '' } : null;
}

/** Sets what goes wrong at a phone (on both its channels) or a mailbox, from the next message on. */
export async function setFault(
  client: Queryable,
  accountId: string,
  { kind, address, fault }: SandboxFaultRequest,
): Promise<void> {
  await client.query(setFaultSql, [accountId, channelsOf[kind], address, fault]);
}

function deviceOf({ newest: _, messages, ...device }: Row): ReceivingDevice {
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
