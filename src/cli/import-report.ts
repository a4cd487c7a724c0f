import type { ContactImport } from '../contract/contact-import.ts';

/** Tells how an import goes. */
export type ImportReportOf = {
  progress(now: ContactImport): void;
  /** What would be done. */
  checked(now: ContactImport): void;
  /** What was done. */
  done(now: ContactImport): void;
};

/** Bytes to the standard output. */
type Write = (text: string) => void;

const STEPS: Readonly<Record<ContactImport['progress']['step'], string>> = {
  reading: 'reading',
  drafting: 'checking rows',
  grouping: 'looking for rows of the same person',
  comparing: 'comparing with the contacts',
  writing: 'writing',
  matching: 'matching with the people of the calendars',
  over: 'done',
};

/** For people: one line that moves, then what it comes to. */
export function terminalImport(write: Write): ImportReportOf {
  let shown = '';
  const clear = () => {
    if (shown !== '') write(`\r${' '.repeat(shown.length)}\r`);
    shown = '';
  };
  return {
    progress: ({ progress: { step, done, of } }) => {
      if (step === 'over') return clear();
      const line = `${STEPS[step]}: ${done} of ${of} rows`;
      if (line === shown) return;
      clear();
      write(line);
      shown = line;
    },
    checked: (now) => {
      clear();
      for (const { header, target } of now.columns) write(`  ${header} → ${target}\n`);
      write(`Would be ${countsOf(now)}.\n`);
    },
    done: (now) => {
      clear();
      write(`Done: ${countsOf(now)}.\n`);
      for (const { line, column, message } of now.errors) {
        write(`  line ${line}${column === '' ? '' : `, ${column}`}: ${message}\n`);
      }
      const more = now.errorCount - now.errors.length;
      if (more > 0) write(`  and ${more} more.\n`);
      if (now.errorCount > 0) {
        write(
          `The refused rows with their reasons: GET /api/contact-imports/${now.id}/errors.csv\n`,
        );
      }
    },
  };
}

/** For programs: one JSON object a line. */
export function jsonImport(write: Write): ImportReportOf {
  let last = '';
  const tell = (event: string, fields: object) =>
    write(`${JSON.stringify({ event, ...fields })}\n`);
  return {
    progress: ({ id, state, progress }) => {
      const now = JSON.stringify([state, progress]);
      if (now !== last) tell('progress', { id, state, ...progress });
      last = now;
    },
    checked: (now) => tell('checked', now),
    done: (now) => tell('result', { ok: now.counts.refused === 0, ...now }),
  };
}

function countsOf({ counts }: ContactImport): string {
  const { created, updated, unchanged, joined, refused } = counts;
  const parts = [`${created} created`, `${updated} updated`, `${unchanged} unchanged`];
  if (joined > 0) parts.push(`${joined} joined with an earlier row`);
  return [...parts, `${refused} refused`].join(', ');
}
