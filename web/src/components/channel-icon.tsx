import { IconMail, IconMessage, IconPhone } from '@tabler/icons-react';
import type { Channel } from '../../../src/contract/channel.ts';

const icons = { sms: IconMessage, email: IconMail, voice: IconPhone };

/** The sign of a channel. Decoration: say the channel in words beside it or in a label. */
export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const Icon = icons[channel];
  // Beside a long address it keeps its size.
  return <Icon size={size} stroke={1.75} style={{ flex: 'none' }} aria-hidden />;
}
