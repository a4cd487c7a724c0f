import { isNoName } from './not-names.ts';

/** Words in a row that may be a name. */
export type NameRun = {
  words: string[];
  /** A single word right before what somebody comes for ("Piano lesson"): it may say of what kind. */
  describes: boolean;
};

const WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af|av|y)$/u;
const STAFF = /^(?:dr|doctor|prof|professor|dott)\.?$/iu;

/** Runs of words that may be names; other words end a run. `sawService`: one of them was a calendar's word. */
export function nameRuns(text: string): { runs: NameRun[]; sawService: boolean } {
  const runs: NameRun[] = [];
  let run: string[] = [];
  let sawService = false;
  const end = (before: string) => {
    while (PARTICLE.test(run.at(-1) ?? '')) run.pop();
    const describes = run.length === 1 && isNoName(before) && !/^famil/i.test(before);
    const isOnlyATitle = run.length === 1 && isStaffTitle(run[0] ?? '');
    if (run.length > 0 && !isOnlyATitle) runs.push({ words: run, describes });
    run = [];
  };
  for (const word of text.split(/\s+/u)) {
    if (isStaffTitle(word)) {
      end('');
      run.push(word);
    } else if (run.length > 0 && PARTICLE.test(word)) run.push(word);
    else if (isNoName(word)) {
      sawService = true;
      end(word);
    } else if (WORD.test(word)) run.push(word);
    else end('');
  }
  end('');
  return { runs, sawService };
}

/** Whether a word alone can be a part of a name. */
export function isNameWord(word: string): boolean {
  return WORD.test(word) && !isNoName(word) && word.length > 1;
}

/** `Dr.` and the like: at a clinic those are whom people come to. */
export function isStaffTitle(word: string): boolean {
  return STAFF.test(word);
}
