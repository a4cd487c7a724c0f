import type { Said } from '../../src/contract/said.ts';
import { english } from '../../src/platform/english.ts';

/** The same with every sentence in it as it reads in English, and what a translation needs left out. */
export function inEnglish<Value>(value: Value): Value {
  // Sentences become texts, which are sentences too; all else stays what it was.
  return plain(value) as Value;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  if (isSaid(value)) return english(value);
  const parts = Object.entries(value).filter(([name]) => name !== 'said');
  return Object.fromEntries(parts.map(([name, part]) => [name, plain(part)]));
}

function isSaid(value: object): value is Said {
  return 'text' in value && Object.keys(value).every((key) => key === 'text' || key === 'values');
}
