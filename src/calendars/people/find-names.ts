import { isNameWord, isStaffTitle, nameRuns } from './name-runs.ts';
import { isInternal, isService } from './not-names.ts';

/** Names of people in a text, and whether it says what they come for beside it. */
export type FoundNames = {
  names: string[];
  /** What they come for stands apart beside full names ("Check-up - Ana Ruiz"): they are people. */
  besideService: boolean;
};

const TITLE = /^(?:mr|mrs|ms|miss|mx|herr|frau|sr|sra|mme|m|madame|señor|señora)\.?$/iu;
const SEPARATOR =
  /\s[-–—/]+\s|[|;•·()[\]<>"“”*\n\t]|:\s|:$|\/(?=\S{2})|\s{2,}|\s(?:with|w\/|for|mit|con|med|avec)\s/giu;
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
  const best = BETTER.reduce((all, isBetter) => {
    const better = all.filter(isBetter);
    return better.length > 0 ? better : all;
  }, found);
  const areSure = best.some((n) => n.words > 1 && !n.isStaff) && APART.test(text);
  return {
    names: [...new Set(best.map((n) => n.name))],
    besideService: besideService && areSure && !isInternal(text),
  };
}

type Candidate = { name: string; words: number; isStaff: boolean; describes: boolean };

/** Whom to prefer where there are both. */
const BETTER: readonly ((candidate: Candidate) => boolean)[] = [
  (candidate) => !candidate.isStaff,
  (candidate) => !candidate.describes,
  (candidate) => candidate.words > 1,
];

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

function namesOf(part: string): { names: Candidate[]; sawService: boolean } {
  const sides = part.split(AND).map(nameRuns);
  const names = sides.flatMap(({ runs }, i) =>
    runs.map(({ words: run, describes }, j) => {
      const next = j === runs.length - 1 ? sides[i + 1]?.runs[0]?.words : undefined;
      // `Tom & Lía Ferrari`: the last name stands for both.
      const shared = run.length === 1 && next && next.length > 1 ? next.slice(1) : [];
      const words = [...run, ...shared].filter((word) => !TITLE.test(word));
      const isStaff = isStaffTitle(run[0] ?? '');
      return { name: words.join(' '), words: words.length, isStaff, describes };
    }),
  );
  return {
    names: names.filter((n) => isLikely(n.name, n.words)),
    sawService: sides.some((side) => side.sawService),
  };
}

function isLikely(name: string, words: number): boolean {
  if (words === 0 || words > LONGEST || name.length > 80) return false;
  // A short word in capitals is a country or a code.
  return words > 1 || (name.length > 1 && !isService(name) && !/^[A-Z]{2,3}$/.test(name));
}
