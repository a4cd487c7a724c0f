import { foldReply } from './fold-reply.ts';

/** The languages in which words are obeyed and answered. */
export type Language = 'en' | 'fr' | 'es' | 'de';

/** A word that stands alone in an answer and is obeyed at once. */
export type Keyword = {
  meaning: 'stop' | 'start' | 'help';
  /** The word as it is compared. */
  word: string;
  /** null: it is said in several languages. */
  language: Language | null;
  /** Said alone it may as well be meant for an appointment: it is obeyed, and a person is told. */
  maybeAppointment: boolean;
  /** Only who has stopped us means it so; from others it is an answer like any. */
  onlyOnceStopped: boolean;
};

type Words = readonly [language: Language | null, words: string];

/**
 * What carriers stop at: Twilio's STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE and OPTOUT; AWS's
 * ARRET, OPT-OUT and REMOVE; Telnyx's STOP ALL; 47 CFR 64.1200(a)(10) names stop, quit, end, revoke, opt
 * out, cancel and unsubscribe. The Mobile Marketing Association adds BAJA and CANCELAR for Spanish; the
 * others are what these languages have in their place. Words as foldReply makes them, divided by commas.
 */
const STOP: readonly Words[] = [
  [null, 'stop, stop sms, sms stop'],
  ['en', 'stop all, stopall, unsubscribe, cancel, end, quit, revoke, opt out, optout, remove'],
  [
    'fr',
    'arret, arreter, arretez, desabonner, desabonnement, desabonnez moi, desinscrire, desinscription',
  ],
  ['es', 'parar, pare, alto, baja, dar de baja, darme de baja, detener, cancelar, desuscribir'],
  ['de', 'stopp, abmelden, abmeldung, abbestellen, austragen'],
];

/** Obeyed as carriers obey them, but of a patient they may well be about the appointment. */
const MAYBE_APPOINTMENT = new Set(['cancel', 'cancelar', 'abmelden', 'abmeldung']);

/** What brings back: START and UNSTOP everywhere, YES at Twilio and Telnyx. */
const START: readonly Words[] = [
  [null, 'start'],
  ['en', 'unstop, yes'],
  ['fr', 'reprendre, reabonner'],
  ['es', 'inicio, iniciar'],
  ['de', 'starten, anmelden'],
];

/** Whoever sends one of these asks for our messages, stopped or not. */
const ALWAYS_START = new Set(['start', 'unstop']);

const HELP: readonly Words[] = [
  [null, 'info'],
  ['en', 'help'],
  ['fr', 'aide'],
  ['es', 'ayuda'],
  ['de', 'hilfe'],
];

/** Characters of a word with all that may stand around it. */
const LONGEST = 200;

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  [...entries('stop', STOP), ...entries('start', START), ...entries('help', HELP)].map(
    (keyword) => [keyword.word, keyword],
  ),
);

/** Every word that is obeyed. */
export const keywords: readonly Keyword[] = [...KEYWORDS.values()];

/**
 * The word that is all of an answer, but for case, accents, punctuation, emoji and space; null where
 * there is more in it, however much it sounds like one.
 */
export function readKeyword(text: string): Keyword | null {
  return text.length > LONGEST ? null : (KEYWORDS.get(foldReply(text)) ?? null);
}

function entries(meaning: Keyword['meaning'], lists: readonly Words[]): Keyword[] {
  return lists.flatMap(([language, words]) =>
    words.split(', ').map((word) => ({
      meaning,
      word,
      language,
      maybeAppointment: MAYBE_APPOINTMENT.has(word),
      onlyOnceStopped: meaning === 'start' && !ALWAYS_START.has(word),
    })),
  );
}
