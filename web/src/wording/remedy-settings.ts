import type { FailureReason } from '../../../src/contract/outcome.ts';
import type { ExclusionReason } from '../../../src/contract/plan.ts';

/** Parts of the settings to which one can be led, by the fragment of their address. */
export const settingsParts = {
  countries: 'countries',
  premium: 'numbers-that-cost-extra',
  daily: 'messages-a-day',
} as const;

/** The part of the settings that decides about a reason; null: none does. */
export function settingsOf(reason: ExclusionReason | FailureReason): string | null {
  switch (reason) {
    case 'country_not_allowed':
      return settingsParts.countries;
    case 'premium_number':
      return settingsParts.premium;
    case 'over_daily_cap':
      return settingsParts.daily;
    default:
      return null;
  }
}
