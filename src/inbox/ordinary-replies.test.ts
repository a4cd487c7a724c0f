import { expect, it } from 'vitest';
import { readKeyword } from './keywords.ts';
import { readOptOutWish } from './opt-out-wish.ts';

/** What patients answer every day: none of it is an opt-out, and none of it is to bother anybody as one. */
const ORDINARY = {
  English: `
    don't stop
    Don't stop sending these, they help me a lot
    can I stop by at 5?
    I'll stop by later to sign the form
    stop by at 5?
    Is there a bus stop near the clinic?
    The bleeding won't stop
    it doesn't stop hurting
    Should I stop taking the tablets before?
    do I need to stop eating at midnight
    Yes
    yes please
    Y
    no
    No thanks, 9:30 is fine
    ok
    OK 👍
    Thank you!
    thanks, see you tomorrow
    C
    1
    confirm
    Confirmed!
    I need to cancel my appointment
    please cancel
    Cancel please
    Can you cancel tomorrow and give me Friday?
    have to cancel, kid is sick
    I'd like to reschedule
    Can we move it to the end of the week?
    at the end of March
    What time does it end?
    I quit smoking last week, does that matter?
    running 10 min late
    Which room?
    Who is this?
    My new number is 212 555 0123
    please text me instead of calling
    Don't call me, text me please
    Don't text me before 9, I'm asleep
    I didn't get your message
    I did not mean to unsubscribe
    Is it possible to start an hour earlier?
    when do we start
    Need help with the parking
    do you have info about the prices?
    remove the stitches tomorrow?
    Can you remove the appointment from Tuesday
    my number is no longer 555 0100
    wrong time, mine was 10
    I'm in the wrong building
    no more appointments on Mondays please
    Non-stop headache since yesterday
    `,
  French: `
    oui
    Oui, je confirme
    non merci
    D'accord
    ok merci
    Merci beaucoup, à demain
    Je dois annuler mon rendez-vous
    annuler
    Je voudrais annuler svp
    Peut-on décaler à jeudi ?
    Pouvez-vous m'envoyer un SMS une heure plus tôt ?
    Je n'ai plus de fièvre
    je ne peux plus venir demain
    Je ne viens plus
    je suis en arrêt maladie
    L'arrêt de bus est loin ?
    à l'arrêt de tram Centre
    Dois-je arrêter le traitement ?
    j'ai arrêté de fumer
    ça n'arrête pas de saigner
    Il ne faut pas arrêter
    Je serai en retard de 10 min
    Quelle salle ?
    C'est à quelle heure la fin ?
    Fin mars
    Je n'ai pas reçu votre message
    Mon numéro a changé : 06 12 34 56 78
    Il y a une erreur dans l'heure
    avez-vous des informations sur les tarifs
    Aidez-moi à trouver l'entrée
    `,
  Spanish: `
    sí
    Si, confirmo
    no
    vale, gracias
    Perfecto, hasta mañana
    Quiero cancelar la cita
    cancelar por favor
    ¿Puedo cambiar la cita para el viernes?
    Estoy de baja
    Estoy de baja por enfermedad
    necesito la baja médica
    ¿Me pueden dar la hora?
    No puedo ir mañana
    no me llamen, escríbanme
    ya no tengo más dolor
    No quiero más cambios de hora
    ¿En qué parada bajo?
    voy a parar en la farmacia antes
    El médico es alto
    tengo el azúcar alto
    la presión baja
    Llego 10 minutos tarde
    ¿Qué sala es?
    ¿A qué hora termina?
    No recibí su mensaje
    Mi número nuevo es 600 123 456
    Necesito ayuda para llegar
    ¿Hay info del precio?
    al inicio de la semana
    `,
  German: `
    ja
    Ja, passt
    nein danke
    ok
    Danke, bis morgen
    Ich muss den Termin absagen
    Termin absagen bitte
    bitte stornieren
    Können wir auf Freitag verschieben?
    Ich kann leider nicht mehr kommen
    Ich muss mich leider abmelden
    Ich möchte mein Kind für morgen abmelden
    Ich habe keine SMS bekommen
    keine Nachricht erhalten
    keine Schmerzen mehr
    Ich stoppe an der Apotheke
    Soll ich die Tabletten stoppen?
    Es hört nicht auf zu bluten
    Komme 10 Minuten später
    Welcher Raum?
    Wann ist Ende?
    Ende der Woche
    Meine neue Nummer ist 0170 1234567
    Ich war zur falschen Zeit da
    Brauche Hilfe beim Parken
    Gibt es Infos zu den Kosten?
    Bitte nicht anrufen, lieber schreiben
    Kann ich mich für die Impfung anmelden?
    Wo ist die Haltestelle?
    `,
};

const replies = Object.entries(ORDINARY).flatMap(([language, text]) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((reply) => [language, reply] as const),
);

it('has at least a hundred of them', () => {
  expect(replies.length).toBeGreaterThanOrEqual(100);
});

it.each(replies)('%s: “%s” is an ordinary answer', (_, reply) => {
  const keyword = readKeyword(reply);
  // YES counts only from somebody who has stopped us.
  expect(keyword?.onlyOnceStopped === false ? keyword : null).toBeNull();
  expect(readOptOutWish(reply)).toBeNull();
});
