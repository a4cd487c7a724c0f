/** What has digits or an @ but reaches nobody: links, prices, dates, times, numbers of other things. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b[\w.-]+\.(?:zoom\.us|google\.com|microsoft\.com|webex\.com)\/\S*/giu,
  /[$€£¥]\s?\d[\d.,]*|\b(?:usd|eur|gbp|sek|kr)\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[€£]|usd|eur|gbp|sek|kr)\b/giu,
  /(?<![\d./-])\d{4}-\d\d-\d\d(?![\d-])/gu,
  /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])/gu,
  /(?<!\d)\d{1,2}[:h]\d{2}(?:\s?[ap]\.?m\b)?/giu,
  /\b(?:order|invoice|inv|ref|reference|id|case|file|chart|mrn|policy|account|acct|member|insurance|claim|passcode|password|pin|code|conference|dob|born|ssn|zip|postcode|ticket|licen[cs]e|vat|fax|pedido|factura|referencia|expediente|historia|póliza|cuenta|commande|facture|référence|dossier|police|compte|bestellung|rechnung|auftrag)\b[\s.:#-]*(?:(?:(?:no|nr|number|id|code|#|núm|número|numéro|nummer)\b|n\.?\s?[º°])[\s.:#-]*)?[a-z]{0,3}-?\d[\d\s-]*\d/giu,
  /#\s?\d+/gu,
  /\+?\d[\d\s-]*,,[\d,#*]+/gu,
];

/** Lines in which numbers belong to the business, or to anybody but the person. */
const NOT_THEIRS =
  /\b(?:call us|our (?:office|number|clinic|desk)|the office|reschedule|to cancel|questions|dial[- ]?in|one tap|join by phone|find your local|emergency contact|pharmacy|insurance|referr(?:ed|al|ing)|toll[- ]free)\b/iu;

/** The line with all that reaches nobody turned into spaces, so that positions stay. */
export function blankOut(line: string): string {
  if (!/[\d/]/.test(line)) return line;
  let text = line;
  for (const pattern of PATTERNS) {
    text = text.replace(pattern, (found) => ' '.repeat(found.length));
  }
  return text;
}

/** Whether the addresses of a line are those of somebody else. */
export function isNotTheirs(line: string): boolean {
  return NOT_THEIRS.test(line);
}

/** How to join a meeting; what follows are the numbers of the meeting's own service. */
const JOINING =
  /\b(?:one tap mobile|dial by your location|join by phone|microsoft teams need help|join on your computer)\b/iu;

/** The text before the instructions for joining a meeting. */
export function beforeJoining(text: string): string {
  const at = text.search(JOINING);
  return at < 0 ? text : text.slice(0, at);
}
