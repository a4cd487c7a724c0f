import type { Channel } from '../contract/channel.ts';
import type { Statement } from '../platform/statement.ts';

/** Where `person p` of candidates.sql has what stands at a path of a recipient's fields. */
const COLUMNS: Readonly<Record<string, string>> = {
  'participant.name': 'p.name',
  'participant.first_name': 'p.first_name',
  'participant.last_name': 'p.last_name',
  'participant.phone': 'p.call_phone',
  'participant.email': 'p.mailbox',
  'participant.time_zone': 'p.time_zone',
  'participant.title': 'p.title',
  'event.title': 'p.event_title',
  'event.location': 'p.event_location',
  'event.calendar': 'p.event_calendar',
  'event.starts_at': 'p.event_starts_at::text',
  'event.ends_at': 'p.event_ends_at::text',
  'event.time_zone': 'p.event_time_zone',
};
const CUSTOM: Readonly<Record<string, string>> = {
  event: 'p.event_fields',
  participant: 'p.contact_fields',
};

/**
 * The expression for the first path that is empty for `person p` on the channel of `wanted w`, of those
 * that its text requires. It looks at the columns: to build everybody's fields in order to look into
 * them costs half of a plan.
 */
export function emptyField(
  statement: Statement,
  channels: readonly { channel: Channel; requiredPaths: readonly string[] }[],
): string {
  const cases = channels.flatMap(({ channel, requiredPaths }) =>
    requiredPaths.map((path) => {
      const is = `w.channel = ${statement.add(channel, 'channel')}`;
      return `when ${is} and coalesce(${valueAt(statement, path)}, '') = '' then ${statement.add(path, 'text')}`;
    }),
  );
  return cases.length === 0 ? 'null::text' : `case ${cases.join(' ')} end`;
}

function valueAt(statement: Statement, path: string): string {
  const [scope = '', part, key] = path.split('.');
  const custom = CUSTOM[scope];
  if (part === 'fields' && key !== undefined && custom !== undefined)
    return `${custom} ->> ${statement.add(key, 'text')}`;
  const column = COLUMNS[path];
  if (column === undefined) throw new Error(`no recipient has ${path}`);
  return column;
}
