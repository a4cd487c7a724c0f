/**
 * Headers of the address books and booking programs that people export from, folded, in English,
 * Spanish, French and German, and what their columns are.
 */
const WORDS: Readonly<Record<string, string>> = {
  name:
    'name|full name|display name|contact|contact name|client|client name|customer|customer name|patient|patient name|' +
    'file as|nombre completo|nombre y apellidos|cliente|paciente|nom complet|nom et prenom|nom prenom|contact nom|' +
    'vollstandiger name|anzeigename|kunde|kundenname|patient in|angezeigter name',
  first_name:
    'first name|firstname|first|given name|forename|christian name|nombre|nombre de pila|primer nombre|nombres|' +
    'prenom|vorname|rufname',
  last_name:
    'last name|lastname|last|surname|family name|second name|apellido|apellidos|primer apellido|nom|nom de famille|' +
    'nachname|familienname|zuname',
  title:
    'title|prefix|name prefix|salutation|honorific|form of address|honorific prefix|tratamiento|titulo|civilite|titre|' +
    'anrede|titel|namensprafix',
  company:
    'company|company name|organization|organisation|organization name|organisation name|business|business name|' +
    'employer|empresa|compania|organizacion|entreprise|societe|firma|unternehmen|organisation 1 name|' +
    'organization 1 name',
  notes:
    'notes|note|comment|comments|remarks|memo|notas|nota|comentario|comentarios|observaciones|remarque|remarques|' +
    'commentaire|commentaires|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar',
  tags:
    'tags|tag|labels|categories|category|groups|group|group membership|etiquetas|etiqueta|categorias|categoria|grupo|' +
    'grupos|etiquettes|etiquette|categorie|groupe|groupes|kategorie|kategorien|gruppe|gruppen|schlagworter|' +
    'schlagworte|schlagwort',
  time_zone: 'time zone|timezone|tz|zona horaria|huso horario|fuseau horaire|fuseau|zeitzone',
  ignore: 'headsup reason',
  language: 'language|lang|locale|preferred language|idioma|lengua|langue|sprache',
};

/** What columns with exactly this folded header are. */
export const headerTargets: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([target, words]) =>
    words.split('|').map((word) => [word, target]),
  ),
);

const set = (words: string) => new Set(words.split(' '));

/** Words of a header that say its column holds numbers; `mobile` and the like say it alone. */
export const phoneWords = set(
  'phone phones telephone tel telefono telefonos fono telefon telefonnummer telefonnr rufnummer fon sms whatsapp ' +
    'numero nummer number',
);
/** The same of mailboxes. `e mail` is folded to `email` before. */
export const mailWords = set(
  'email emails mail mails correo correos courriel courriels mel mailadresse',
);
/** Words that say a number is none that one talks or writes to. */
export const faxWords = set('fax telefax telecopie telecopieur pager beeper');

/** Words that make a label, and the label. Those that name a phone by themselves come first. */
export const phoneOnlyLabels: ReadonlyMap<string, string> = labels({
  mobile:
    'mobile mobiles movil moviles cell cellphone cellular celular portable handy handynummer mobil mobiltelefon ' +
    'mobilnummer mobilfunk smartphone gsm natel',
  landline: 'landline fijo fixe festnetz festnetznummer',
});
export const addressLabels: ReadonlyMap<string, string> = labels({
  work: 'work business office trabajo oficina laboral travail bureau professionnel pro arbeit geschaftlich buro dienstlich firma',
  home: 'home casa domicilio hogar domicile maison haus zuhause heim',
  personal: 'personal private privado particular personnel prive privat',
  other: 'other otro autre andere sonstige weitere',
});

function labels(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([label, list]) => list.split(' ').map((word) => [word, label])),
  );
}
