import { t } from '@lingui/core/macro';
import type { InboundMeaning } from '../../../../src/contract/inbound.ts';

/** What an answer was obeyed as; empty: as none of the words that are obeyed. */
export function obeyedAs(meaning: InboundMeaning): string {
  switch (meaning) {
    case 'stop':
      return t`taken as STOP`;
    case 'start':
      return t`taken as START`;
    case 'help':
      return t`taken as HELP`;
    case 'message':
      return '';
  }
}
