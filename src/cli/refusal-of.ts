import { Refusal } from '../platform/refusal.ts';
import { ApiRefusal } from './api-client.ts';

/**
 * What the API refused, in the words of whoever typed the options: `options` names the one that
 * fills each field, a line for each that is wrong. Any other error comes back as it is.
 */
export function refusalOf(error: unknown, options: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof ApiRefusal)) return error;
  const { title, detail, errors = [] } = error.problem;
  const optionOf = (path: string) => options[path] ?? options[path.split('.')[0] ?? ''] ?? path;
  const wrong = errors.map(({ path, message }) => `${optionOf(path)}: ${message}`);
  return new Refusal(wrong.length > 0 ? wrong.join('\n') : (detail ?? title));
}
