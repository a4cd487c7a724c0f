import type { Channel } from '../contract/channel.ts';
import type { Content } from '../contract/content.ts';
import type { Language } from './keywords.ts';

/** What is answered: a STOP was obeyed, one that may have meant the appointment was, a START, or help. */
export type AnswerKind = 'stopped' | 'stopped_not_appointment' | 'started' | 'help';

type Texts = Readonly<Record<AnswerKind, string>> & { subject: string };

/** In GSM-7 throughout (no á, í, ó, ú, ê, ç in small letters), so that each is one segment with most names. */
const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    subject: 'Messages from {{ account.name }}',
    stopped:
      '{{ account.name }}: You will get no more messages from us here. Reply START to get them again.',
    stopped_not_appointment:
      '{{ account.name }}: You will get no more messages. This cancelled no appointment: please call us for that. Reply START to get messages again.',
    started: '{{ account.name }}: You will get our messages again. Reply STOP to end them.',
    help: '{{ account.name }}: We write about your appointments. Please call us with any question. Reply STOP to get no more messages.',
  },
  fr: {
    subject: 'Messages de {{ account.name }}',
    stopped:
      '{{ account.name }} : vous ne recevrez plus de messages ici. Répondez START pour les recevoir à nouveau.',
    stopped_not_appointment:
      "{{ account.name }} : plus de messages. Aucun rendez-vous n'est annulé : appelez-nous pour cela. Répondez START pour recevoir nos messages.",
    started:
      '{{ account.name }} : vous recevrez à nouveau nos messages. Répondez STOP pour ne plus en recevoir.',
    help: '{{ account.name }} : nous écrivons au sujet de vos rendez-vous. Une question ? Appelez-nous. Répondez STOP pour ne plus rien recevoir.',
  },
  es: {
    subject: 'Mensajes de {{ account.name }}',
    stopped:
      '{{ account.name }}: no le enviaremos nada por este medio. Responda START para recibir mensajes de nuevo.',
    stopped_not_appointment:
      '{{ account.name }}: no le enviaremos mensajes. Su cita no se ha cancelado: para eso, llame. Responda START para recibir mensajes.',
    started:
      '{{ account.name }}: vuelve a recibir nuestros mensajes. Responda STOP para no recibirlos.',
    help: '{{ account.name }}: le escribimos sobre sus citas. Si tiene preguntas, llame. Responda STOP para no recibir mensajes.',
  },
  de: {
    subject: 'Nachrichten von {{ account.name }}',
    stopped:
      '{{ account.name }}: Sie bekommen hier keine Nachrichten mehr. Antworten Sie START, um sie wieder zu bekommen.',
    stopped_not_appointment:
      '{{ account.name }}: Keine Nachrichten mehr. Ihr Termin ist nicht abgesagt: Bitte rufen Sie dafür an. START bringt die Nachrichten wieder.',
    started:
      '{{ account.name }}: Sie bekommen unsere Nachrichten wieder. Antworten Sie STOP, um sie zu beenden.',
    help: '{{ account.name }}: Wir schreiben zu Ihren Terminen. Bei Fragen rufen Sie uns bitte an. Antworten Sie STOP für keine weiteren Nachrichten.',
  },
};

/** The answer as a message's content; the account's name is put in as with any message. */
export function answerContent(channel: Channel, kind: AnswerKind, language: Language): Content {
  const { subject, [kind]: text } = TEXTS[language];
  if (channel === 'email') return { email: { subject, text } };
  return channel === 'voice' ? { voice: { text } } : { sms: { text } };
}
