/** Days follow the calendar, so that a day across a clock change has 23 or 25 hours; the rest is exact. */
export type Duration = { days: number; milliseconds: number };

const SHAPE =
  /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;

/** Reads a DURATION that goes forward (RFC 5545 3.3.6); null where it is none. */
export function readDuration(value: string): Duration | null {
  const [whole, sign, weeks, days, hours, minutes, seconds] = SHAPE.exec(value.trim()) ?? [];
  if (whole === undefined || sign === '-' || !/\d/.test(whole)) return null;
  return {
    days: Number(weeks ?? 0) * 7 + Number(days ?? 0),
    milliseconds:
      (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000,
  };
}
