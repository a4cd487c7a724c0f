import { blankOut } from './blank-out.ts';
import type { FoundAddress } from './find-addresses.ts';
import { findNames } from './find-names.ts';

/** Names of a line with the addresses that stand with them. */
export type Group = { names: string[]; addresses: FoundAddress[] };

/**
 * Which addresses of a line belong to which names: those that follow them, or, in a line that begins
 * with an address, those before them. `Lía Ferrari, Tom Ferrari, 212-555-0188` is one group of two.
 */
export function groupLine(line: string, addresses: readonly FoundAddress[]): Group[] {
  const pieces = piecesBetween(blankOut(line), addresses);
  const namesOf = pieces.map((piece) => findNames(piece).names);
  const namesFirst = (namesOf[0] ?? []).length > 0;
  const groups: Group[] = [];
  let group: Group = { names: namesOf[0] ?? [], addresses: [] };
  for (const [i, address] of addresses.entries()) {
    group.addresses.push(address);
    const next = namesOf[i + 1] ?? [];
    if (next.length === 0) continue;
    groups.push(namesFirst ? group : { names: next, addresses: group.addresses });
    group = { names: namesFirst ? next : [], addresses: [] };
  }
  if (group.names.length > 0 || group.addresses.length > 0) groups.push(group);
  return joinLeftOver(groups, namesFirst);
}

/** The text before, between and after the addresses; one piece more than there are addresses. */
function piecesBetween(line: string, addresses: readonly FoundAddress[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const address of addresses) {
    pieces.push(line.slice(from, address.from));
    from = address.to;
  }
  return [...pieces, line.slice(from)];
}

/** Addresses at the end of a line that began with one go to the last name; a trailing name without one goes. */
function joinLeftOver(groups: Group[], namesFirst: boolean): Group[] {
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (!last || !before) return groups;
  if (!namesFirst && last.names.length === 0) {
    before.addresses.push(...last.addresses);
    return groups.slice(0, -1);
  }
  return last.addresses.length === 0 ? groups.slice(0, -1) : groups;
}
