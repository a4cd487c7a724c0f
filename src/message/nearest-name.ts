/**
 * The name most like a misspelt one, or null where none is near. Case, dots, spaces and underscores
 * do not count, and the part after the dot is enough: `firstname` finds `participant.first_name`.
 */
export function nearestName(wrong: string, names: readonly string[]): string | null {
  const sought = folded(wrong);
  const soughtLast = folded(wrong.slice(wrong.lastIndexOf('.') + 1));
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const lastPart = folded(name.slice(name.lastIndexOf('.') + 1));
    const isBeginning = soughtLast.length >= 4 && lastPart.startsWith(soughtLast);
    const distance = Math.min(
      editDistance(sought, folded(name)),
      editDistance(sought, lastPart) + 0.5,
      isBeginning ? 1 : editDistance(soughtLast, lastPart) + 1,
    );
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return bestDistance <= Math.max(2, sought.length / 3) ? best : null;
}

function folded(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Levenshtein's distance: how many letters to put in, take out or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
