/** Letters of a name; longer ones are cut before their extension. */
const LONGEST = 120;
/** Control characters, and those that show nothing or turn the order of letters round (UAX #9). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** What a folder or a shell of some system takes for more than a letter. */
const RISKY = /[<>:"|?*\\/]/g;

/**
 * A name from outside as a file may be called anywhere: no path, nothing unseen, none of the characters
 * that systems keep for themselves. `gpj.exe` that shows as `exe.jpg` ends in what it really ends in.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(RISKY, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = seen.lastIndexOf('.');
  const extension = dot > 0 ? [...seen.slice(dot)].slice(0, 12).join('') : '';
  const stem = [...(dot > 0 ? seen.slice(0, dot) : seen)];
  const room = LONGEST - [...extension].length;
  return `${stem.slice(0, room).join('').trimEnd() || 'file'}${extension}`;
}

/** What stands after its last dot, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
