import { t } from '@lingui/core/macro';
import type { Compose } from './use-compose.ts';

/** How a file of the text goes, as far as the plan knows already; empty until then. */
export function wayOfFile({ plan }: Compose, id: string): string {
  switch (plan.data?.files.find((file) => file.id === id)?.goes) {
    case 'with_message':
      return t`goes as MMS`;
    case 'as_link':
      return t`goes as a link in the text`;
    default:
      return '';
  }
}

/** What is wrong with files: with all of them together, or the first of which something is wrong. */
export function fileError(errors: ReadonlyMap<string, string>, path: string): string | undefined {
  return [...errors].find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
}
