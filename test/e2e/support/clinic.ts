import type { Page } from 'playwright-core';
import { makeClinic } from '../../../src/calendars/example/make-clinic.ts';
import type { Call } from '../../support/call.ts';

/** The example clinic as a file, from the coming Monday on, so that all of it is still to come. */
export function clinicFile(): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'clinic.ics', mimeType: 'text/calendar', buffer: Buffer.from(clinic()) };
}

/** Brings the example clinic in past the page. */
export async function importClinic(call: Call): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([clinic()], { type: 'text/calendar' }), 'clinic.ics');
  const { status } = await call('POST', '/api/calendars/import', form);
  if (status >= 300) throw new Error(`the import answered ${status}`);
}

/** Ticks the first so many appointments, one by one. */
export async function tickFirst(page: Page, count: number): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Appointments' }).locator('tbody tr');
  const ticks = rows.filter({ hasNot: page.locator('th') }).getByRole('checkbox');
  await ticks.first().waitFor();
  for (let i = 0; i < count; i++) await ticks.nth(i).check();
}

function clinic(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + (8 - day.getUTCDay()));
  return makeClinic(day.toISOString().slice(0, 10));
}
