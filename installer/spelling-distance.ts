/** How many letters must be put in, left out or changed to come from one word to the other. */
export function distance(one: string, other: string): number {
  const start = Array.from({ length: other.length + 1 }, (_, length) => length);
  const end = one
    .split("")
    .reduce((above, letter, row) => nextRow(above, { letter, row, other }), start);
  return end[other.length] ?? 0;
}

interface Row {
  readonly letter: string;
  readonly row: number;
  readonly other: string;
}

function nextRow(above: readonly number[], { letter, row, other }: Row): number[] {
  const current = [row + 1];
  for (let column = 1; column <= other.length; column += 1) {
    const changed = (above[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
    current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed));
  }
  return current;
}
