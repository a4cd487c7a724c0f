import type { Sentence } from '../../contract/said.ts';
import { Refusal } from '../../platform/refusal.ts';
import { cardCells } from './card-cells.ts';
import { type CardLine, cardLines } from './card-lines.ts';
import { type CardProperty, readCardProperty } from './card-property.ts';
import { type FileRow, plainCell } from './file-row.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** The rows that cards become, and the columns that they have filled so far. */
export type CardTable = { columns: readonly string[]; rows: AsyncGenerator<FileRow> };

/**
 * Reads vCards as the rows of a table: a column for each kind of thing that a card holds, named by what
 * it becomes, `phone:mobile` and a second time `phone:mobile (2)`. `columns` grows while the rows are
 * read; a row that was read before a column came up is shorter.
 */
export function readCards(text: AsyncIterable<string>): CardTable {
  const columns: string[] = [];
  const places = new Map<string, number>();
  return { columns, rows: rows() };

  async function* rows(): AsyncGenerator<FileRow> {
    for await (const { line, properties, problem } of cards(text)) {
      const cells: string[] = [];
      const times = new Map<string, number>();
      let long: string | null = null;
      for (const [target, value] of cardCells(properties)) {
        const time = (times.get(target) ?? 0) + 1;
        times.set(target, time);
        const name = target.slice(0, 100);
        const at = placeOf(time === 1 ? name : `${name} (${time})`, line);
        cells[at] = plainCell(value.slice(0, IMPORT_LIMITS.cell));
        if (value.length > IMPORT_LIMITS.cell) long = target;
      }
      const whole = Array.from({ length: cells.length }, (_, i) => cells[i] ?? '');
      const tooLong =
        long === null
          ? null
          : {
              text: /*i18n*/ '{field} is longer than {most} characters.',
              values: { field: long, most: IMPORT_LIMITS.cell },
            };
      yield { line, cells: whole, problem: problem ?? tooLong };
    }
  }

  function placeOf(name: string, line: number): number {
    const known = places.get(name);
    if (known !== undefined) return known;
    if (columns.length >= IMPORT_LIMITS.columns) {
      throw new Refusal({
        text: /*i18n*/ 'With the card that begins in line {line} there are more than {most} kinds of things in this file: export fewer fields.',
        values: { line, most: IMPORT_LIMITS.columns },
      });
    }
    places.set(name, columns.length);
    columns.push(name);
    return columns.length - 1;
  }
}

type Card = { line: number; properties: CardProperty[]; problem: Sentence | null };

/** Cards one after the other; what stands inside another card (AGENT) is passed over. */
async function* cards(text: AsyncIterable<string>): AsyncGenerator<Card> {
  let card: Card | null = null;
  let inAgent = 0;
  let isAgent = false;
  let size = 0;
  for await (const found of cardLines(text)) {
    const [, edge = ''] = /^\s*(BEGIN|END):\s*VCARD\s*$/i.exec(found.text) ?? [];
    if (/^BEGIN$/i.test(edge)) {
      if (card && (isAgent || inAgent > 0)) inAgent++;
      else {
        if (card) yield unended(card);
        card = { line: found.line, properties: [], problem: null };
        size = 0;
      }
    } else if (edge !== '' && inAgent > 0) inAgent--;
    else if (edge !== '') {
      if (card) yield card;
      card = null;
    } else if (card && inAgent === 0) {
      size += found.text.length;
      addTo(card, found, size);
    }
    isAgent = /^AGENT\b/i.test(found.text);
  }
  if (card) yield unended(card);
}

function addTo(card: Card, { line, text, isCut }: CardLine, size: number): void {
  if (size > IMPORT_LIMITS.row * 10) {
    card.problem ??= {
      text: /*i18n*/ 'The card that begins in line {line} is too long.',
      values: { line: card.line },
    };
    return;
  }
  if (isCut && !/^[^:]*(?:PHOTO|LOGO|SOUND|KEY)\b/i.test(text)) {
    card.problem ??= {
      text: /*i18n*/ 'Line {line} is longer than {most} characters.',
      values: { line, most: IMPORT_LIMITS.row },
    };
    return;
  }
  const property = isCut ? null : readCardProperty(text);
  if (property) card.properties.push(property);
}

function unended(card: Card): Card {
  return {
    ...card,
    problem: {
      text: /*i18n*/ 'The card that begins in line {line} has no END:VCARD; perhaps the file is cut off.',
      values: { line: card.line },
    },
  };
}
