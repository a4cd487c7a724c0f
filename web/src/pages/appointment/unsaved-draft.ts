import type { AppointmentDraft } from './appointment-draft.ts';

/** What was typed into the form of an appointment (or of a new one: null) and not saved yet. */
const unsaved = new Map<string | null, AppointmentDraft>();

/** What was typed before the form was closed, if anything was. */
export function unsavedDraft(appointmentId: string | null): AppointmentDraft | undefined {
  return unsaved.get(appointmentId);
}

/** Keeps what is typed, for as long as the page is open; undefined: it is saved or thrown away. */
export function keepUnsaved(
  appointmentId: string | null,
  draft: AppointmentDraft | undefined,
): void {
  if (draft === undefined) unsaved.delete(appointmentId);
  else unsaved.set(appointmentId, draft);
}

/** Forgets all of it: whoever signs in next at this desk has typed none of it. */
export function forgetUnsaved(): void {
  unsaved.clear();
}
