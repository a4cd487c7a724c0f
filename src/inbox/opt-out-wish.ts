import { foldReply } from './fold-reply.ts';
import { readKeyword } from './keywords.ts';

/** What a person has to look at: somebody who seems to want no more, or whose number it is not. */
export type OptOutWish = 'opt_out' | 'wrong_person';

/** Characters that are looked at: who wants no more says so at once. */
const LONGEST = 1_000;

/** Words around a STOP that change nothing in it: politeness, and what it is about. */
const FILLERS = new Set(
  (
    'please pls plz thank you u thanks thx ty ok okay hi hello sorry now immediately asap just it this these that the ' +
    'all any more anymore me my us your text texts texting sms message messages messaging msg msgs email emails mails ' +
    'reminder reminders from to ' +
    'svp stp s il vous te plait merci bonjour bonsoir les ces vos de des tout moi messages textos mails rappels ' +
    'por favor gracias hola los las esos estos mensajes ya todo recordatorios ' +
    'bitte danke hallo mit den die diese nachrichten mir sofort alle'
  ).split(' '),
);

/** Phrases that say it in more words; on answers as foldReply makes them. */
const OPT_OUT: readonly RegExp[] = [
  // English
  /\bstop (texting|messaging|sending|contacting|emailing|writing|spamming|bothering|harassing|sms|the (texts|messages|sms|emails))\b/,
  /\b(dont|do not|never) (ever )?(text|message|msg|contact|email|sms)( me| us| this number| this phone| here)\b(?! (until|till|before|after|at|on|but|if)\b)/,
  /\b(dont|do not|never) send( me| us)? (any ?more|texts|messages|sms|emails|these|anything)\b/,
  /\bno more (texts?|messages?|msgs?|sms|emails?|reminders?)\b/,
  /\b(take|remove|delete) (me|my number|my name|this number|my email) (off|from)\b/,
  /\b(remove|delete) (me|my number|this number)$/,
  /\b(unsubscribe|opt) (me|us)\b|\bopt(ing)? out\b|\bwant to unsubscribe\b|\bhow do i unsubscribe\b/,
  /\b(no longer|dont|do not) (want|wish)( to (receive|get|have))?( any)?( more| your| these)* (texts|messages|sms|emails|reminders)\b/,
  /\bleave me alone\b/,
  // French
  /\bn(e )?(me |m|nous |ns )?(envoy|ecri|contact|texte|ecriv)\w* (moi )?plus\b/,
  /\bplus (de|aucun) (sms|messages?|textos?|mails?|rappels?)\b/,
  /\b(veux|souhaite|desire|voudrais) plus (etre contacte\w*|(recevoir|avoir)( de| vos| ces| des)* (sms|messages?|textos?|mails?|rappels?)|de vos|rien recevoir)\b/,
  /\barrete\w* (de |d)?(m ?envoyer|m ?ecrire|me contacter|nous ecrire|vos|ces|les|avec) ?(sms|messages?|textos?|mails?|rappels?)?/,
  /\b(desabonn|desinscri)\w+\b/,
  /\b(retir|enlev|supprim|effac)\w* (moi|mon numero)\b/,
  /\blaissez moi tranquille\b/,
  // Spanish
  /\bno (me |nos )?(envi|mand|escrib|contact)\w+ mas\b/,
  /\bno mas (mensajes|sms|textos|correos|recordatorios)\b/,
  /\bno (quiero|deseo) (recibir )?mas( de)?( sus| estos)? ?(mensajes|sms|textos|correos|recordatorios)?$/,
  /\bno (quiero|deseo) (recibir )?(mas |sus |estos )*(mensajes|sms|textos|correos)\b/,
  /\bdej(e|en|a) de (enviar|mandar|escribir|contactar|molestar)\w*/,
  /\b(darme|denme|deme|dame|darnos|dar|quiero la) (de )?baja\b/,
  /\b(quit|borr|elimin)\w* (mi numero|me de la lista|mi correo)\b|\bquiten?me de\b/,
  // German
  /\bkeine (weiteren )?(sms|nachrichten|mails?|emails?|e mails?|erinnerungen) mehr\b/,
  /\bkeine weiteren (sms|nachrichten|mails?|emails?|e mails?|erinnerungen)\b/,
  /\b(mir|uns|mich) (bitte )?(nicht|nie) (mehr|wieder) \w*(schreiben|schicken|senden|kontaktieren|anschreiben)\b/,
  /\b(schreib|schick|send|kontaktier)\w* (sie )?(mir|uns|mich) (bitte )?(nichts?|keine) (sms |nachrichten )?mehr\b/,
  /\bhor(en|t)? (sie )?(bitte )?(endlich )?auf( mir| damit| zu schreiben)/,
  /\babbestell\w*\b/,
  /\b(sms|newsletter|nachrichten|erinnerungen|verteiler) (bitte )?abmelden\b/,
  /\b(aus|von) (der|ihrer|eurer|dem|ihrem) (liste|verteiler)\b/,
  /\b(meine )?nummer (bitte )?(loschen|entfernen)\b|\b(losch|entfern)\w* (sie )?(bitte )?meine nummer\b/,
  /\blass(en|t)? (sie )?mich (bitte )?in ruhe\b/,
];

const WRONG_PERSON: readonly RegExp[] = [
  /\bwrong (number|person|phone|nr|guy|lady)\b|\bnot the right (number|person)\b/,
  /\b(mauvais|faux) numero\b|\b(tromp|erreur)\w* (de )?(numero|personne|destinataire)\b/,
  /\b(numero|persona) (equivocad|incorrect|erroneo)\w*|\bse equivoc\w+ de (numero|persona)\b/,
  /\bfalsche[nr]? (nummer|person)\b|\bverwahlt\b|\bfalsch verbunden\b/,
];

/** Somebody who says that they did not mean it. */
const NOT_MEANT =
  /\b(didnt|did not|dont|do not) (mean|want|wish) to (stop|unsubscribe|opt out)\b|\b(dont|do not) (stop|unsubscribe|opt)\b/;

/**
 * Whether an answer sounds like an opt-out without being one of the words that are obeyed, as `Stop. Thank
 * you` or `ne m'envoyez plus de SMS`: never obeyed by itself, but shown to a person. null: it does not.
 */
export function readOptOutWish(text: string): OptOutWish | null {
  const folded = foldReply(text.slice(0, LONGEST));
  if (WRONG_PERSON.some((phrase) => phrase.test(folded))) return 'wrong_person';
  if (NOT_MEANT.test(folded)) return null;
  if (/🛑|⛔|🚫/u.test(text) && folded === '') return 'opt_out';
  if (isStopWithFillers(folded) || OPT_OUT.some((phrase) => phrase.test(folded))) return 'opt_out';
  return null;
}

/** A STOP among words that say nothing; not one that may be about the appointment. */
function isStopWithFillers(folded: string): boolean {
  const words = folded.split(' ');
  if (words.length > 12) return false;
  const rest = words.filter((word) => !FILLERS.has(word));
  const keyword = readKeyword([...new Set(rest)].join(' '));
  return keyword?.meaning === 'stop' && !keyword.maybeAppointment;
}
