import type { CalendarEvent } from '../calendar.ts';
import { beforeJoining, blankOut, isNotTheirs } from './blank-out.ts';
import { type FoundAddress, findAddresses } from './find-addresses.ts';
import { findNames } from './find-names.ts';
import { type Gathering, meet, takeNameless } from './gathering.ts';
import { groupLine } from './group-line.ts';
import { readLabel } from './label.ts';
import { isReachable, named, type Person, share } from './person.ts';
import { readLabelled } from './read-labelled.ts';
import { textLines } from './text-lines.ts';

const LONGEST_HEAD = 60;

/** Everybody whom title, description and place speak of, added to those who are invited. */
export function gatherPeople(event: CalendarEvent, invited: Person[], country: string): Person[] {
  const gathering: Gathering = { country, people: invited, current: only(invited) };
  for (const line of textLines(event.title)) readLine(gathering, line, 'title');
  for (const line of textLines(beforeJoining(event.description)))
    readLine(gathering, line, 'description');
  // A number with a place is the place's own, unless nobody else is there whom it could reach.
  gathering.current = only(gathering.people);
  const isNeeded = !gathering.people.some(isReachable);
  for (const line of textLines(event.location)) {
    if (isNeeded || findNames(line).names.length > 0) readLine(gathering, line, 'location');
  }
  return gathering.people;
}

function only(people: Person[]): Person[] {
  return people.length === 1 ? people : [];
}

function readLine(gathering: Gathering, line: string, where: keyof CalendarEvent): void {
  const { label, value } = readLabel(line);
  if (label !== null) {
    readLabelled(gathering, label, value);
    return;
  }
  const isTheirs = where === 'title' || !isNotTheirs(line);
  const addresses = isTheirs ? findAddresses(line, gathering.country) : [];
  if (addresses.length === 0) readNames(gathering, line, where === 'title');
  else for (const group of groupLine(line, addresses)) takeGroup(gathering, group);
}

/** Names without an address: a person if the title says so, else perhaps the head of a block. */
function readNames(gathering: Gathering, line: string, isTitle: boolean): void {
  if (!isTitle && (line.length > LONGEST_HEAD || !gathering.people.every(isReachable))) return;
  const { names, besideService } = findNames(blankOut(line));
  const isHead = isTitle || names.join(' ').length >= line.length - 3;
  if (names.length === 0 || !isHead) return;
  gathering.current = names.map((name) => meet(gathering, named(name, isTitle && besideService)));
}

function takeGroup(
  gathering: Gathering,
  group: { names: readonly string[]; addresses: readonly FoundAddress[] },
): void {
  if (group.names.length > 0) {
    gathering.current = group.names.map((name) => meet(gathering, named(name, false)));
    share(gathering.current, group.addresses);
    return;
  }
  const valid = group.addresses.filter((address) => address.kind !== 'invalid');
  if (gathering.current.length > 0) share(gathering.current, valid);
  else takeNameless(gathering, valid);
}
