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
  known('image/jpeg', 'a JPEG picture', 'picture', ['jpg', 'jpeg'], ['image/jpg', 'image/pjpeg']),
  known('image/png', 'a PNG picture', 'picture', ['png'], ['image/x-png', 'image/apng']),
  known('image/gif', 'a GIF picture', 'picture', ['gif']),
  known('image/webp', 'a WebP picture', 'picture', ['webp']),
  known('application/pdf', 'a PDF', 'pdf', ['pdf'], ['application/x-pdf']),
  known(`${OOXML}.wordprocessingml.document`, 'a Word document', 'zip', ['docx']),
  known(`${OOXML}.spreadsheetml.sheet`, 'an Excel sheet', 'zip', ['xlsx']),
  known(`${OOXML}.presentationml.presentation`, 'a PowerPoint presentation', 'zip', ['pptx']),
  known(`${ODF}.text`, 'an OpenDocument text', 'zip', ['odt']),
  known(`${ODF}.spreadsheet`, 'an OpenDocument sheet', 'zip', ['ods']),
  known(`${ODF}.presentation`, 'an OpenDocument presentation', 'zip', ['odp']),
  known('text/plain', 'a plain text', 'text', ['txt']),
  known('text/csv', 'a CSV file', 'text', ['csv'], ['application/vnd.ms-excel', 'text/plain']),
  known('text/calendar', 'a calendar file', 'text', ['ics'], ['text/plain']),
  known(
    'text/vcard',
    'a contact file',
    'text',
    ['vcf'],
    ['text/x-vcard', 'text/directory', 'text/plain'],
  ),
  known('audio/mpeg', 'an MP3 sound', 'sound', ['mp3'], ['audio/mp3', 'audio/x-mp3']),
  known(
    'audio/wav',
    'a WAV sound',
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
