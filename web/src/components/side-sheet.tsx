import { Drawer, type DrawerProps } from '@mantine/core';
import { useCompact } from './use-compact.ts';
import { useFocusReturn } from './use-focus-return.ts';

type Props = Omit<DrawerProps, 'opened' | 'position' | 'radius'> & { size: string };

/** What opens beside the page: at the right on a desk, as a sheet from below on a phone. */
export function SideSheet({ size, ...drawer }: Props) {
  const compact = useCompact();
  useFocusReturn();
  return (
    <Drawer
      opened
      position={compact ? 'bottom' : 'right'}
      size={compact ? '88dvh' : size}
      {...(compact && { radius: 'lg' })}
      {...drawer}
    />
  );
}
