import { Text, Title } from '@mantine/core';
import type { SandboxDevice } from '../../../../src/contract/sandbox.ts';
import { MessageLook } from '../../components/message-look.tsx';
import { count } from '../../format/count.ts';
import { shortMoment } from '../../format/time.ts';
import { FaultSwitch } from './fault-switch.tsx';
import classes from './phones-page.module.css';
import { PlayCall } from './play-call.tsx';

/** One pretend phone or mailbox, its newest message first. */
export function DeviceCard({ device }: { device: SandboxDevice }) {
  const { kind, address, name, received, messages } = device;
  const label = name || address;
  return (
    <section className={`${classes.device} ${classes[kind]}`} aria-label={`${label}, ${address}`}>
      <header className={classes.head}>
        <div className={classes.who}>
          <Title order={2}>{label}</Title>
          <Text size="xs" c="dimmed">
            {count(received)} received
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {address}
        </Text>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <div className={classes.messages} tabIndex={0} role="log" aria-label={`Messages of ${label}`}>
        {messages.length === 0 && <Text c="dimmed">Nothing arrived here.</Text>}
        {messages.map((message) => (
          <div key={message.id}>
            <MessageLook
              channel={message.channel}
              heading={`${message.sender} · ${shortMoment(message.receivedAt)}`}
              subject={message.subject}
              text={message.text}
            />
            {message.channel === 'voice' && <PlayCall text={message.text} />}
          </div>
        ))}
      </div>
      <footer className={classes.foot}>
        <FaultSwitch device={device} />
      </footer>
    </section>
  );
}
