/** A type of file that may be attached. */
export type KnownType = {
  /** As it is stored and told to others. */
  type: string;
  /** Other names that browsers have for it. */
  aliases: readonly string[];
  extensions: readonly string[];
  /** How people call it, with its article. */
  called: string;
  family: 'picture' | 'pdf' | 'zip' | 'text' | 'sound';
};

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** All that may be attached; whatever is not here is refused. */
export const knownTypes: readonly KnownType[] = [
  known(
    'image/jpeg',
    /*i18n*/ 'a JPEG picture',
    'picture',
    ['jpg', 'jpeg'],
    ['image/jpg', 'image/pjpeg'],
  ),
  known('image/png', /*i18n*/ 'a PNG picture', 'picture', ['png'], ['image/x-png', 'image/apng']),
  known('image/gif', /*i18n*/ 'a GIF picture', 'picture', ['gif']),
  known('image/webp', /*i18n*/ 'a WebP picture', 'picture', ['webp']),
  known('application/pdf', /*i18n*/ 'a PDF', 'pdf', ['pdf'], ['application/x-pdf']),
  known(`${OOXML}.wordprocessingml.document`, /*i18n*/ 'a Word document', 'zip', ['docx']),
  known(`${OOXML}.spreadsheetml.sheet`, /*i18n*/ 'an Excel sheet', 'zip', ['xlsx']),
  known(`${OOXML}.presentationml.presentation`, /*i18n*/ 'a PowerPoint presentation', 'zip', [
    'pptx',
  ]),
  known(`${ODF}.text`, /*i18n*/ 'an OpenDocument text', 'zip', ['odt']),
  known(`${ODF}.spreadsheet`, /*i18n*/ 'an OpenDocument sheet', 'zip', ['ods']),
  known(`${ODF}.presentation`, /*i18n*/ 'an OpenDocument presentation', 'zip', ['odp']),
  known('text/plain', /*i18n*/ 'a plain text', 'text', ['txt']),
  known(
    'text/csv',
    /*i18n*/ 'a CSV file',
    'text',
    ['csv'],
    ['application/vnd.ms-excel', 'text/plain'],
  ),
  known('text/calendar', /*i18n*/ 'a calendar file', 'text', ['ics'], ['text/plain']),
  known(
    'text/vcard',
    /*i18n*/ 'a contact file',
    'text',
    ['vcf'],
    ['text/x-vcard', 'text/directory', 'text/plain'],
  ),
  known('audio/mpeg', /*i18n*/ 'an MP3 sound', 'sound', ['mp3'], ['audio/mp3', 'audio/x-mp3']),
  known(
    'audio/wav',
    /*i18n*/ 'a WAV sound',
    'sound',
    ['wav'],
    ['audio/wave', 'audio/x-wav', 'audio/vnd.wave'],
  ),
];

/** The type of that name or one of its other names; undefined where it may not be attached. */
export function knownType(type: string): KnownType | undefined {
  return (
    knownTypes.find((one) => one.type === type) ??
    knownTypes.find((one) => one.aliases.includes(type) && type !== 'text/plain')
  );
}

function known(
  type: string,
  called: string,
  family: KnownType['family'],
  extensions: readonly string[],
  aliases: readonly string[] = [],
): KnownType {
  return { type, called, family, extensions, aliases };
}
