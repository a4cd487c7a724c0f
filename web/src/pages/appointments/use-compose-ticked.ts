import { useMayAct } from '../../api/session.ts';
import { useOpenCompose } from '../compose/use-open-compose.ts';
import { asAudience, tickedCount } from './selection.ts';
import { getSelection } from './selection-store.ts';

/** Opens Compose for whoever is ticked, or for anyone; null for who may only look. */
export function useComposeTicked(): (() => void) | null {
  const open = useOpenCompose();
  const mayAct = useMayAct();
  if (!mayAct) return null;
  return () => {
    const selection = getSelection();
    const appointments = tickedCount(selection);
    open(appointments === 0 ? {} : { ticked: { selection: asAudience(selection), appointments } });
  };
}
