import { foldText } from '../platform/fold-text.ts';

/** What tells one person from another. */
export type Identity = {
  name: string;
  phone: string | null;
  email: string | null;
  invalidAddress: string | null;
};

/** The same for the same person on several appointments: folded name and first address. */
export function personKey({ name, phone, email, invalidAddress }: Identity): string {
  return `${foldText(name)}|${phone ?? email ?? invalidAddress ?? ''}`;
}
