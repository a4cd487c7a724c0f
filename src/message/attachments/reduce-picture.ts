import type { Pixels } from './picture-codecs.ts';

/**
 * A picture of at most so many pixels in width and height, on white where it was transparent. Each new
 * pixel is the mean of all that it stands for, so nothing flickers or vanishes.
 */
export function reducePicture({ width, height, data }: Pixels, longest: number): Pixels {
  const scale = Math.min(1, longest / Math.max(width, height));
  const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  if (wide === undefined || high === undefined) throw new Error('two sides were given');
  const small = new Uint8ClampedArray(wide * high * 4);
  for (let y = 0, to = 0; y < high; y += 1) {
    const [top, bottom] = span(y, high, height);
    for (let x = 0; x < wide; x += 1, to += 4) {
      const [left, right] = span(x, wide, width);
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * width + left) * 4, end = at + (right - left) * 4; at < end; at += 4) {
          // Within the picture every byte is there.
          const opacity = (data[at + 3] as number) / 255;
          const white = 255 * (1 - opacity);
          red += (data[at] as number) * opacity + white;
          green += (data[at + 1] as number) * opacity + white;
          blue += (data[at + 2] as number) * opacity + white;
        }
      }
      const count = (bottom - top) * (right - left);
      small[to] = red / count;
      small[to + 1] = green / count;
      small[to + 2] = blue / count;
      small[to + 3] = 255;
    }
  }
  return { width: wide, height: high, data: small };
}

/** Which of `from` rows or columns the nth of `to` stands for; one at least. */
function span(n: number, to: number, from: number): [first: number, end: number] {
  const first = Math.floor((n * from) / to);
  return [first, Math.max(first + 1, Math.floor(((n + 1) * from) / to))];
}
