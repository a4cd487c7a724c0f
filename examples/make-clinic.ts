// Prints the example clinic's calendar from a Monday on.
import { parseArgs } from 'node:util';
import { makeClinic } from '../src/calendars/example/make-clinic.ts';

const { values } = parseArgs({ options: { from: { type: 'string', default: '2026-11-30' } } });
if (Number.isNaN(Date.parse(`${values.from}T00:00:00Z`))) {
  process.stderr.write('--from wants a Monday, as in 2027-01-11\n');
  process.exitCode = 1;
} else process.stdout.write(makeClinic(values.from));
