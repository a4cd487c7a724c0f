import { foldText } from '../../platform/fold-text.ts';

/** What a label at the start of a line says of the rest. */
export type Label = 'name' | 'first_name' | 'last_name' | 'phone' | 'email';

const PHRASES: Readonly<Record<Label, string>> = {
  name: 'name|full name|patient|patient name|client|client name|customer|customer name|guest|guest name|attendee|invitee|student|pupil|contact|contact name|parent|guardian|booked by|who|namn|kund|patientin|kunde|paciente|cliente|nombre|nom',
  first_name: 'first name|given name|firstname|förnamn|vorname|nombre de pila|prénom',
  last_name:
    'last name|surname|family name|lastname|efternamn|nachname|apellido|apellidos|nom de famille',
  phone:
    'phone|phone no|phone number|telephone|telephone number|tel|tel no|mobile|mobile no|mobile number|mobile phone|cell|cell phone|cell number|cellphone|mob|ph|number|text|sms|whatsapp|landline|home phone|work phone|mobil|mobilnummer|telefon|telefonnummer|handy|teléfono|móvil|celular|téléphone|portable',
  email:
    'email|e-mail|mail|email address|e-mail address|correo|correo electrónico|e-post|epost|courriel',
};

/** A line with its label split off; without a label, `label` is null and `value` the line. */
export function readLabel(line: string): { label: Label | null; value: string } {
  const [, said, value] =
    /^\s*[-*•]?\s*([\p{L}][\p{L} .'’/-]{0,40}?)\s*[:=]\s*(.*)$/u.exec(line) ?? [];
  if (said === undefined || value === undefined) return { label: null, value: line };
  const word = foldText(said).replace(/\.$/, '');
  for (const [label, words] of KNOWN) if (words.has(word)) return { label, value };
  return { label: null, value: line };
}

const KNOWN = Object.entries(PHRASES).map(([label, phrases]): [Label, Set<string>] => [
  // The keys of PHRASES are labels.
  label as Label,
  new Set(phrases.split('|').map(foldText)),
]);
