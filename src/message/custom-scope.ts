import { cleanValue } from './clean-value.ts';

/** Custom fields as a template reads them: nothing is inherited, whatever a key is called. */
export function customFields(
  fields: Readonly<Record<string, string>> | null | undefined,
): Record<string, string> {
  // A record with no prototype is still a record of texts.
  const clean = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(fields ?? {})) clean[key] = cleanValue(String(value));
  return clean;
}
