import { expect, it } from 'vitest';
import { type Findings, gapsOf } from './ledger-gap.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 8, 12, minute));
const old = { system: 'A', timeline: '00000001' };
const promoted = { system: 'A', timeline: '00000002' };
const seen = { ...old, lsn: 100n, until: at(10), folder: 'here', promises: 7 };
const well: Findings = {
  here: { ...old, lsn: 100n },
  home: old,
  seen,
  promises: 7,
  known: [],
  isAlone: true,
  now: at(30),
};

it('finds nothing where the ledger goes on, or is new', () => {
  expect(gapsOf(well)).toEqual([]);
  expect(gapsOf({ ...well, here: { ...old, lsn: 900n } })).toEqual([]);
  expect(gapsOf({ ...well, seen: null, promises: 0 })).toEqual([]);
  expect(gapsOf({ ...well, seen: null, isAlone: false })).toEqual([]);
  expect(gapsOf({ ...well, seen: null, home: null })).toEqual([]);
});

it('ends the gap with what was seen where nobody else can have sent, else now', () => {
  for (const here of [
    { ...old, lsn: 99n },
    { ...promoted, lsn: 500n },
    { ...old, system: 'B', lsn: 500n },
  ]) {
    expect(gapsOf({ ...well, here })).toEqual([{ ...old, until: at(10) }]);
    expect(gapsOf({ ...well, here, isAlone: false })).toEqual([{ ...old, until: at(30) }]);
  }
});

it('knows a ledger that was set back by a promise that it has lost, however much it wrote since', () => {
  const here = { ...old, lsn: 900n };
  expect(gapsOf({ ...well, here, promises: 6 })).toEqual([{ ...old, until: at(10) }]);
});

it('knows a folder that was restored without what it had seen', () => {
  expect(gapsOf({ ...well, seen: null })).toEqual([{ ...old, until: at(30) }]);
});

it('knows a ledger from elsewhere by what stands in it, on a machine that has never seen it', () => {
  const here = { ...old, system: 'B', lsn: 5n };
  expect(gapsOf({ ...well, here, seen: null })).toEqual([{ ...old, until: at(30) }]);
  const other = { ...seen, ...here };
  expect(gapsOf({ ...well, here, seen: other })).toEqual([{ ...old, until: at(30) }]);
});

it('opens a gap that another process has found once more only for what was seen after it', () => {
  const moved = { ...well, here: { ...promoted, lsn: 500n }, home: promoted, isAlone: false };
  expect(gapsOf({ ...moved, known: [{ ...old, until: at(10) }] })).toEqual([]);
  expect(gapsOf({ ...moved, known: [{ ...old, until: at(9) }] })).toEqual([
    { ...old, until: at(10) },
  ]);
});
