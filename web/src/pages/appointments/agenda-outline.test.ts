import { expect, test } from 'vitest';
import type { AgendaPage, Appointment } from '../../../../src/contract/appointment.ts';
import { agendaLines } from './agenda-lines.ts';
import { type AgendaOutline, countsOfDays, unread, withPage } from './agenda-outline.ts';
import { rowHeight } from './row-heights.ts';
import { sampleAppointment, sampleParticipant } from './sample-appointment.ts';
import { wantedPages } from './wanted-pages.ts';

/** Pages whose days run over their ends: 1 1 | 1 2 | 2 2 | 2 3, the second with two people. */
const pages = [
  page('b', ['a', 1], ['b', 1]),
  page('d', ['c', 1, 2], ['d', 2]),
  page('f', ['e', 2], ['f', 2]),
  page(null, ['g', 2], ['h', 3]),
];
const cursors = ['', 'b', 'd', 'f'];

test('of what was let go of the place stays, whatever is loaded around it', () => {
  const outline = read(pages);
  const all = heightOf(pages.map(({ items }) => items));
  expect(all).toBe(3 * 36 + 10 * 32);
  for (let mask = 0; mask < 16; mask += 1) {
    const parts = pages.map(({ items }, i) =>
      mask & (1 << i) ? items : (outline[i]?.known ?? null),
    );
    expect(heightOf(parts), `loaded: ${mask.toString(2)}`).toBe(all);
    // Whatever is loaded stands under the heading of its day.
    let day = '';
    for (const line of agendaLines(parts)) {
      if (line.kind === 'day') day = line.day;
      if (line.kind === 'appointment') expect(line.appointment.day).toBe(day);
    }
  }
});

test('a day is counted as soon as its end was seen, also where it was let go of', () => {
  expect([...countsOfDays(read(pages.slice(0, 2)))]).toEqual([['2026-03-01', 3]]);
  expect([...countsOfDays(read(pages))].map(([, n]) => n)).toEqual([3, 4, 1]);
});

test('a page that ends elsewhere than before moves the beginning of the next', () => {
  const outline = read(pages);
  expect(withPage(outline, 'b', page('d', ['c', 1, 2], ['d', 2]))).toBe(outline);
  const moved = withPage(outline, 'b', page('x', ['c', 1, 2], ['x', 2]));
  expect(moved.map(({ cursor }) => cursor)).toEqual(['', 'b', 'x', 'f']);
  expect(withPage(outline, 'b', page(null, ['c', 1])).length).toBe(2);
  expect(withPage(outline, 'gone', page(null))).toBe(outline);
});

test('pages of the days in view are loaded, far ones are not', () => {
  const many = Array.from({ length: 10 }, (_, i) =>
    page(
      i < 9 ? `c${i + 1}` : null,
      ...Array.from({ length: 200 }, (_, n) => [`${i} ${n}`, 1 + Math.floor(i / 2)] as const),
    ),
  );
  const outline = many.reduce(
    (known, one, i) => withPage(known, i === 0 ? '' : `c${i}`, one),
    unread,
  );
  const lines = agendaLines(many.map(({ items }) => items));
  const first = lines.findIndex(({ key }) => key === '5 20');
  expect(wantedPages(lines, outline, { first, last: first + 20 })).toEqual({ first: 4, last: 5 });
});

function read(some: readonly AgendaPage[]): AgendaOutline {
  return some.reduce((known, one, i) => withPage(known, cursors[i] ?? '', one), unread);
}

function heightOf(parts: Parameters<typeof agendaLines>[0]): number {
  return agendaLines(parts).reduce((sum, line) => sum + rowHeight(line, false), 0);
}

function page(next: string | null, ...some: (readonly [string, number, number?])[]): AgendaPage {
  return {
    items: some.map(([id, day, people]) => appointment(id, day, people)),
    next,
  };
}

function appointment(id: string, day: number, people = 1): Appointment {
  const participants = Array.from({ length: people }, (_, i) => sampleParticipant(`${id}${i}`));
  return sampleAppointment(id, `2026-03-0${day}`, participants);
}
