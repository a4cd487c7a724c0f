import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import type {
  SandboxDevice,
  SandboxMessage,
  SandboxReply,
} from '../../../../src/contract/sandbox.ts';
import { ArrivedMessage } from './arrived-message.tsx';
import { FaultSwitch } from './fault-switch.tsx';
import classes from './phones-page.module.css';
import { ReplyBox } from './reply-box.tsx';
import { ReplyLook } from './reply-look.tsx';

/** One pretend phone or mailbox, its newest message first. */
export function DeviceCard({ device }: { device: SandboxDevice }) {
  const { kind, address, name, received, messages, replies } = device;
  const { t } = useLingui();
  const label = name || address;
  const messagesOf = t`Messages of ${label}`;
  return (
    <section className={`${classes.device} ${classes[kind]}`} aria-label={`${label}, ${address}`}>
      <header className={classes.head}>
        <div className={classes.who}>
          <Title order={2}>{label}</Title>
          <Text size="xs" c="dimmed">
            <Plural value={received} one="# received" other="# received" />
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {address}
        </Text>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <div className={classes.messages} tabIndex={0} role="log" aria-label={messagesOf}>
        {messages.length + replies.length === 0 && (
          <Text c="dimmed">
            <Trans>Nothing arrived here.</Trans>
          </Text>
        )}
        {newestFirst(device).map((entry) =>
          entry.reply ? (
            <ReplyLook key={entry.id} reply={entry.reply} />
          ) : (
            <ArrivedMessage key={entry.id} message={entry.message} />
          ),
        )}
      </div>
      <footer className={classes.foot}>
        <ReplyBox device={device} />
        <FaultSwitch device={device} />
      </footer>
    </section>
  );
}

type Entry = { id: string; at: string } & (
  | { message: SandboxMessage; reply: null }
  | { message: null; reply: SandboxReply }
);

/** What came and what was answered, in one order. */
function newestFirst({ messages, replies }: SandboxDevice): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message) => ({
      id: message.id,
      at: message.receivedAt,
      message,
      reply: null,
    })),
    ...replies.map((reply) => ({ id: reply.id, at: reply.receivedAt, message: null, reply })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
