/**
 * Whether clocks in a zone go as in one of these, all year round. Zones are not compared by their
 * names, of which several may stand for the same.
 */
export function isClockOf(zone: string, zones: readonly string[], year: number): boolean {
  return zones.includes(zone) || zones.some((one) => clock(one, year) === clock(zone, year));
}

/** What the clock says when it is midnight by UTC in the middle of each month. */
function clock(timeZone: string, year: number): string {
  const there = new Intl.DateTimeFormat('en', {
    timeZone,
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return Array.from({ length: 12 }, (_, month) => there.format(Date.UTC(year, month, 15))).join();
}
