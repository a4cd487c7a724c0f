import { isInternal, isNoName, isService } from './not-names.ts';

/** Names of people in a text, and whether it says what they come for beside it. */
export type FoundNames = {
  names: string[];
  /** What they come for stands apart beside full names ("Check-up - Ana Ruiz"): they are people. */
  besideService: boolean;
};

const WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af|av|y)$/u;
const TITLE = /^(?:mr|mrs|ms|miss|mx|herr|frau|sr|sra|mme|m|madame|señor|señora)\.?$/iu;
const STAFF = /^(?:dr|doctor|prof|professor|dott)\.?$/iu;
const SEPARATOR =
  /\s[-–—/]+\s|[|;•·()[\]<>"“”*\n\t]|:\s|:$|\s{2,}|\s(?:with|w\/|for|mit|con|med|avec)\s/giu;
const APART = /\s[-–—/]+\s|[|;•·(]|:\s/u;
const AND = /\s*(?:&|\+|\s(?:and|und|och|et|y|e)\s)\s*/iu;
const LONGEST = 5;

/**
 * Finds names of people in a text whose addresses have been turned into spaces. Conservative: words
 * of a calendar's own vocabulary are no names, doctors are staff while somebody else is named, and a
 * single word counts only where no full name stands beside it.
 */
export function findNames(text: string): FoundNames {
  const found: Candidate[] = [];
  let besideService = false;
  for (const segment of text.split(SEPARATOR)) {
    const inSegment: Candidate[] = [];
    let hasService = false;
    for (const part of joinReversed(segment.split(',').map((p) => p.trim()))) {
      const { names, sawService } = namesOf(part);
      inSegment.push(...names);
      hasService ||= sawService;
    }
    besideService ||= hasService && inSegment.length === 0;
    found.push(...inSegment);
  }
  const patients = found.some((n) => !n.staff) ? found.filter((n) => !n.staff) : found;
  const full = patients.filter((n) => n.words > 1);
  const names = (full.length > 0 ? full : patients).map((n) => n.name);
  const areSure = full.some((n) => !n.staff) && APART.test(text) && !isInternal(text);
  return { names: [...new Set(names)], besideService: besideService && areSure };
}

type Candidate = { name: string; words: number; staff: boolean };

/** `Ruiz, Ana` is one name if neither side is a whole name by itself. */
function joinReversed(parts: readonly string[]): string[] {
  const [last = '', first = '', ...more] = parts.filter((part) => part !== '');
  const areSingle =
    more.length === 0 &&
    isNameWord(last) &&
    first.split(' ').length <= 2 &&
    first.split(' ').every(isNameWord);
  return areSingle ? [`${first} ${last}`] : [...parts];
}

function isNameWord(word: string): boolean {
  return WORD.test(word) && !isNoName(word) && word.length > 1;
}

function namesOf(part: string): {
  names: Candidate[];
  sawService: boolean;
} {
  let sawService = false;
  const runs = part.split(AND).map((side) => {
    const { runs: found, sawService: saw } = runsOf(side);
    sawService ||= saw;
    return found;
  });
  const names = runs.flatMap((found, i) =>
    found.map((run, j) => {
      const next = j === found.length - 1 ? runs[i + 1]?.[0] : undefined;
      // `Tom & Lía Ferrari`: the last name stands for both.
      const shared = run.length === 1 && next && next.length > 1 ? next.slice(1) : [];
      const words = [...run, ...shared].filter((word) => !TITLE.test(word));
      return { name: words.join(' '), words: words.length, staff: STAFF.test(run[0] ?? '') };
    }),
  );
  return { names: names.filter((n) => isLikely(n.name, n.words)), sawService };
}

function isLikely(name: string, words: number): boolean {
  if (words === 0 || words > LONGEST || name.length > 80) return false;
  return words > 1 || (name.length > 1 && !isService(name));
}

/** Runs of words that may be names; other words end a run. */
function runsOf(text: string): { runs: string[][]; sawService: boolean } {
  const runs: string[][] = [];
  let run: string[] = [];
  let sawService = false;
  const end = () => {
    while (PARTICLE.test(run.at(-1) ?? '')) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const word of text.split(/\s+/u)) {
    if (STAFF.test(word)) {
      end();
      run.push(word);
    } else if (run.length > 0 && PARTICLE.test(word)) run.push(word);
    else if (isNoName(word)) {
      sawService = true;
      end();
    } else if (WORD.test(word)) run.push(word);
    else end();
  }
  end();
  return { runs: runs.filter((r) => !(r.length === 1 && STAFF.test(r[0] ?? ''))), sawService };
}
