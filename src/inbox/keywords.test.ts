import { describe, expect, it } from 'vitest';
import { keywords, readKeyword } from './keywords.ts';
import { readOptOutWish } from './opt-out-wish.ts';

/** Every word with what it means, written again so that none goes missing. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'stop in any language': ['STOP', 'STOP SMS', 'SMS STOP'],
  'stop en': [
    'STOP ALL',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPT OUT',
    'OPT-OUT',
    'OPTOUT',
    'REMOVE',
  ],
  'stop fr': [
    'ARRET',
    'ARRÊT',
    'ARRETER',
    'ARRÊTEZ',
    'DESABONNER',
    'DÉSABONNEMENT',
    'DÉSABONNEZ-MOI',
    'DÉSINSCRIRE',
    'DESINSCRIPTION',
  ],
  'stop es': [
    'PARAR',
    'PARE',
    'ALTO',
    'BAJA',
    'DAR DE BAJA',
    'DARME DE BAJA',
    'DETENER',
    'CANCELAR',
    'DESUSCRIBIR',
  ],
  'stop de': ['STOPP', 'ABMELDEN', 'ABMELDUNG', 'ABBESTELLEN', 'AUSTRAGEN'],
  'start in any language': ['START'],
  'start en': ['UNSTOP', 'YES'],
  'start fr': ['REPRENDRE', 'RÉABONNER'],
  'start es': ['INICIO', 'INICIAR'],
  'start de': ['STARTEN', 'ANMELDEN'],
  'help in any language': ['INFO'],
  'help en': ['HELP'],
  'help fr': ['AIDE'],
  'help es': ['AYUDA'],
  'help de': ['HILFE'],
};

describe('readKeyword', () => {
  const cases = Object.entries(WORDS).flatMap(([said, words]) =>
    words.map((word) => [word, said] as const),
  );

  it.each(cases)('%s: %s', (word, said) => {
    const [meaning = '', language = ''] = said.split(' ');
    const expected = { meaning, language: language === 'in' ? null : language };
    for (const written of [
      word,
      word.toLowerCase(),
      ` ${word}. `,
      `“${word}”!!`,
      `${word} 🙏🏽`,
      `\n${word.normalize('NFD')}\r\n`,
    ]) {
      expect(readKeyword(written), JSON.stringify(written)).toMatchObject(expected);
    }
  });

  it('has no word that is not in this list', () => {
    const known = new Set(cases.map(([word]) => readKeyword(word)?.word));
    expect(keywords.filter(({ word }) => !known.has(word))).toEqual([]);
  });

  it('says which may be meant for an appointment', () => {
    const doubtful = keywords.filter((keyword) => keyword.maybeAppointment);
    expect(doubtful.map(({ word }) => word)).toEqual([
      'cancel',
      'cancelar',
      'abmelden',
      'abmeldung',
    ]);
  });

  it.each([
    ['full width', 'ＳＴＯＰ'],
    ['with a mark that nobody sees', 'ST\u200bOP'],
    ['with a soft hyphen', 'UN\u00adSUBSCRIBE'],
    ['with a keycap behind it', 'STOP ❌'],
  ])('reads %s', (_, text) => {
    expect(readKeyword(text)?.meaning).toBe('stop');
  });

  it.each([
    '',
    '🙂',
    'STOP it',
    'please stop',
    'nonstop',
    'stopped',
    'stop by at 5?',
    "don't stop",
  ])('obeys nothing in “%s”', (text) => {
    expect(readKeyword(text)).toBeNull();
  });
});

describe('readOptOutWish', () => {
  it.each([
    'Stop. Thank you',
    'pls stop',
    'Please STOP!!',
    'stop it',
    'STOP STOP STOP',
    'Stop texts',
    'pls stop texting me',
    'Please stop sending me messages',
    "Don't text me again",
    'do not contact me',
    "don't send me any more texts",
    'No more messages please',
    'take me off your list',
    'Remove my number from your system',
    'remove me',
    'unsubscribe me please',
    'I want to opt out',
    "I don't want these messages",
    'I no longer wish to receive texts',
    'leave me alone',
    '🛑',
    "ne m'envoyez plus de SMS",
    "N'envoyez plus rien",
    'ne me contactez plus',
    'Plus de SMS svp',
    'arrêt svp',
    'STOP merci',
    "Arrêtez de m'envoyer des messages",
    'arretez vos sms',
    'Je ne veux plus recevoir de messages',
    'Comment me désabonner ?',
    'Supprimez mon numéro',
    'Laissez-moi tranquille',
    'no me envíen más mensajes',
    'No me escriba más',
    'no más mensajes por favor',
    'No quiero recibir más mensajes',
    'dejen de escribirme',
    'Quiero darme de baja',
    'denme de baja por favor',
    'borren mi número',
    'parar por favor',
    'Bitte keine SMS mehr',
    'keine weiteren Nachrichten',
    'Bitte mir nicht mehr schreiben',
    'Schreiben Sie mir bitte nichts mehr',
    'Hören Sie auf mir zu schreiben',
    'Ich möchte die SMS abbestellen',
    'bitte aus dem Verteiler nehmen',
    'Löschen Sie meine Nummer',
    'Nummer löschen',
    'Lassen Sie mich in Ruhe',
    'Stopp bitte',
  ])('shows “%s” to a person', (text) => {
    expect(readKeyword(text)).toBeNull();
    expect(readOptOutWish(text)).toBe('opt_out');
  });

  it.each([
    'wrong number, stop',
    'Sorry, you have the wrong person',
    'Mauvais numéro',
    'vous vous trompez de numéro',
    'Número equivocado',
    'Se equivoca de persona',
    'falsche Nummer',
    'Sie haben sich verwählt',
  ])('sees that “%s” is from somebody else', (text) => {
    expect(readOptOutWish(text)).toBe('wrong_person');
  });
});
