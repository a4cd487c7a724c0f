import type { PersonDraft } from './extract-people.ts';

/** Somebody to be on an appointment, and which of its participants it is, where that is known for sure. */
export type KnownDraft = PersonDraft & { participantId?: string | null };

/** Somebody who is stored on the appointment already. */
export type KnownParticipant = { id: string; personKey: string };

/** The people to write, each with the id of the participant that it was, and the ids of those who left. */
export type Matching = { people: (PersonDraft & { id: string | null })[]; goneIds: string[] };

/**
 * Who is who after an appointment changed, because what was sent refers to participants: who is known for sure,
 * else the same person_key, else the same name, which is the same person with another number.
 */
export function matchParticipants(
  known: readonly KnownParticipant[],
  drafts: readonly KnownDraft[],
): Matching {
  const left = [...known];
  const ids = new Map<KnownDraft, string>();
  for (const isSame of [sameId, sameKey, sameName]) {
    for (const draft of drafts) {
      if (ids.has(draft)) continue;
      const at = left.findIndex((participant) => isSame(participant, draft));
      const [found] = at < 0 ? [] : left.splice(at, 1);
      if (found) ids.set(draft, found.id);
    }
  }
  return {
    people: drafts.map((draft) => {
      const { participantId: _, ...person } = draft;
      return { ...person, id: ids.get(draft) ?? null };
    }),
    goneIds: left.map((participant) => participant.id),
  };
}

function sameId(known: KnownParticipant, draft: KnownDraft): boolean {
  return known.id === draft.participantId;
}

function sameKey(known: KnownParticipant, draft: PersonDraft): boolean {
  return known.personKey === draft.personKey;
}

function sameName(known: KnownParticipant, draft: PersonDraft): boolean {
  const name = nameOf(draft.personKey);
  return name !== '' && nameOf(known.personKey) === name;
}

function nameOf(personKey: string): string {
  return personKey.slice(0, Math.max(0, personKey.lastIndexOf('|')));
}
