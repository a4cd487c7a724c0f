import { useMediaQuery } from '@mantine/hooks';

/** True below 768 px, where the rail is a bar at the bottom and dialogs fill the page. */
export function useCompact(): boolean {
  return useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
}
