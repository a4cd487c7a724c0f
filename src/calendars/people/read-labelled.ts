import { type FoundAddress, findAddresses } from './find-addresses.ts';
import { findNames } from './find-names.ts';
import { type Gathering, meet, takeNameless } from './gathering.ts';
import type { Label } from './label.ts';
import { isNoName } from './not-names.ts';
import { named, share } from './person.ts';

/** Reads a line whose label says what it holds: `Patient: …`, `Mobile: …`, `Email: …`. */
export function readLabelled(gathering: Gathering, label: Label, value: string): void {
  const addresses = findAddresses(value, gathering.country);
  if (label === 'phone' || label === 'email') {
    take(gathering, addresses.length > 0 ? addresses : misread(label, value));
  } else if (label === 'last_name') {
    const [person] = gathering.current;
    if (person) person.name = `${person.name} ${value.trim().slice(0, 80)}`.trim();
  } else {
    const names = labelledNames(value, addresses);
    if (names.length > 0) {
      gathering.current = names.map((name) => meet(gathering, named(name, true)));
    }
    take(gathering, addresses);
  }
}

function take(gathering: Gathering, addresses: readonly FoundAddress[]): void {
  if (addresses.length === 0) return;
  if (gathering.current.length > 0) share(gathering.current, addresses);
  else takeNameless(gathering, addresses);
}

/** After a label, what is no address is a mistake to be shown; `none` and `n/a` are not. */
function misread(label: 'phone' | 'email', value: string): FoundAddress[] {
  const written = value.trim().slice(0, 60);
  const digits = written.replace(/\D/g, '').length;
  const isMeant =
    label === 'phone' ? /^[+(]?\d/.test(written) && digits >= 3 : /[@.]/.test(written);
  return isMeant ? [{ kind: 'invalid', value: written, from: 0, to: value.length }] : [];
}

/** The label says that this is a name, so lower case and a single word will do. */
function labelledNames(value: string, addresses: readonly FoundAddress[]): string[] {
  const [first] = addresses;
  const text = (first ? value.slice(0, first.from) : value).replace(/[\s,;:(<–-]+$/u, '').trim();
  const { names } = findNames(text);
  if (names.length > 0) return names;
  const words = text.split(/\s+/u);
  const isName =
    words.length <= 5 &&
    words.every((word) => /^[\p{L}\p{M}'’.,-]+$/u.test(word) && !isNoName(word));
  return isName ? [text.slice(0, 80)] : [];
}
