const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone as in 21:00, asked of another source than the product asks. */
export function wallClock(timeZone: string, at: number | Date): string {
  const known = formats.get(timeZone);
  if (known) return known.format(at);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format.format(at);
}

/** Whether a wall clock lies between two others, the first included; they may lie around midnight. */
export function isBetween(wall: string, { from, until }: { from: string; until: string }): boolean {
  return from < until ? wall >= from && wall < until : wall >= from || wall < until;
}
