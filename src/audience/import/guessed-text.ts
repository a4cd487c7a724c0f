import { Refusal } from '../../platform/refusal.ts';

/**
 * Decodes a file that does not say how it is written.
 *
 *     ASCII so far ──(letters that are UTF-8)──► UTF-8, to the end
 *          └────────(bytes that are not)──────► Windows-1252, to the end
 *
 * Where a file in UTF-8 has bytes further on that are not, it is refused with their line: guessing on
 * would spoil names.
 */
export class GuessedText {
  #decoder = new TextDecoder('utf-8', { fatal: true });
  #kind: 'ascii' | 'utf-8' | 'windows-1252' = 'ascii';
  /** The last bytes of the piece before, which may be the beginning of a letter. */
  #open = Buffer.alloc(0);
  #lines = 1;

  decode(bytes: Uint8Array): string {
    return this.#told(bytes, true);
  }

  end(): string {
    return this.#told(new Uint8Array(), false);
  }

  #told(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      if (this.#kind === 'ascii') this.#learn(text, bytes);
      if (this.#kind === 'utf-8') this.#lines += linesOf(text);
      return text;
    } catch {
      if (this.#kind === 'utf-8') {
        // The piece may begin in the middle of a letter.
        const begun = bytes.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
        const text = new TextDecoder().decode(bytes.subarray(Math.max(0, begun)));
        const line = this.#lines + linesOf(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
        throw new Refusal({
          text: /*i18n*/ 'The file is UTF-8 up to line {line}, where something else follows: save it as UTF-8 and upload it again.',
          values: { line },
        });
      }
      this.#kind = 'windows-1252';
      this.#decoder = new TextDecoder('windows-1252');
      return this.#decoder.decode(Buffer.concat([this.#open, bytes]), { stream });
    }
  }

  #learn(text: string, bytes: Uint8Array): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what it asks for.
    if (/[^\x00-\x7f]/.test(text)) {
      this.#kind = 'utf-8';
      return;
    }
    const all = Buffer.concat([this.#open, bytes]);
    let from = all.length;
    while (from > 0 && (all[from - 1] ?? 0) >= 0x80) from--;
    this.#open = Buffer.from(all.subarray(from));
    this.#lines += linesOf(text);
  }
}

function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
