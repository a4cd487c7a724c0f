import { EmptyState } from '../components/empty-state.tsx';
import { TextLink } from '../components/text-link.tsx';

/** Shown for an address that no page has. */
export function PageNotFound() {
  return (
    <EmptyState title="There is no such page">
      <TextLink to="/">Go to the appointments</TextLink>
    </EmptyState>
  );
}
