import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContactImport } from '../contract/contact-import.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ApiClient } from './api-client.ts';
import type { ImportReportOf } from './import-report.ts';
import { mappedAs } from './map-option.ts';
import { refusalOf } from './refusal-of.ts';

const LOOK = 200;

/** With what `headsup import contacts` ends: exit codes. */
const ALL = 0;
const SOME_REFUSED = 1;

/** How the file is read, and what is done with it. */
export type ImportOptions = {
  encoding?: string;
  delimiter?: string;
  header?: boolean;
  keepRest?: boolean;
  /** Pairs of header and target, as `--map` gives them. */
  map?: readonly (readonly [header: string, target: string])[];
  dryRun?: boolean;
};

/**
 * Imports a file of contacts through the API: uploads, has its rows checked, and writes them unless it is
 * a dry run, which is canceled at its end. Returns the exit code: 1 where rows were refused; the others
 * are in.
 */
export async function importContacts(
  api: ApiClient,
  path: string,
  options: ImportOptions,
  report: ImportReportOf,
): Promise<number> {
  try {
    const { id } = await upload(api, path, options);
    let checked = await follow(api, id, report);
    if (options.map) {
      const mapping = mappedAs(checked.columns, options.map);
      if ('problem' in mapping) {
        await api.post(`/api/contact-imports/${id}/cancellation`, {});
        throw new Refusal(mapping.problem);
      }
      await api.put(`/api/contact-imports/${id}/mapping`, mapping);
      checked = await follow(api, id, report);
    }
    report.checked(checked);
    if (options.dryRun) {
      await api.post(`/api/contact-imports/${id}/cancellation`, {});
      return codeOf(checked);
    }
    await api.post(`/api/contact-imports/${id}/commit`, {});
    const done = await follow(api, id, report);
    report.done(done);
    return codeOf(done);
  } catch (error) {
    throw refusalOf(error, { mapping: '--map', encoding: '--encoding', delimiter: '--delimiter' });
  }
}

async function upload(
  api: ApiClient,
  path: string,
  { encoding, delimiter, header, keepRest }: ImportOptions,
): Promise<ContactImport> {
  const query = new URLSearchParams();
  if (encoding) query.set('encoding', encoding);
  if (delimiter) query.set('delimiter', delimiter);
  if (header === false) query.set('header', 'no');
  if (keepRest) query.set('keepRest', 'yes');
  // Read from the disk while it is sent.
  const file = await openAsBlob(path).catch(() => null);
  if (!file) throw new Refusal(`The file ${path} cannot be read: check its name and your rights.`);
  return api.upload(`/api/contact-imports?${query}`, file, basename(path));
}

/** Waits until it needs a person or is over. */
async function follow(api: ApiClient, id: string, report: ImportReportOf): Promise<ContactImport> {
  for (;;) {
    const now = await api.get<ContactImport>(`/api/contact-imports/${id}`);
    report.progress(now);
    if (now.state === 'canceled') throw new Refusal('It was canceled; nothing was written.');
    if (now.state === 'ready' || now.state === 'done') return now;
    await sleep(LOOK);
  }
}

function codeOf({ counts }: ContactImport): number {
  return counts.refused > 0 ? SOME_REFUSED : ALL;
}
