import { diffArrays } from "diff";

export interface DifferencePart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

const segmenter = new Intl.Segmenter("hi", { granularity: "word" });

/** Beyond this many changed words a line is easier to read as one that went and one that came. */
const mostChanges = 2000;

/** The difference between two lines, whole words at a time, in Devanagari as in Latin script. */
export function compareWords(before: string, after: string): readonly DifferencePart[] {
  const runs = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  if (!runs) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return gather(
    runs.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** How much of their wording two lines share, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const words = new Set(realWords(one));
  const others = new Set(realWords(other));
  const shared = [...words].filter((word) => others.has(word)).length;
  const larger = Math.max(words.size, others.size);
  return larger === 0 ? Number(one === other) : shared / larger;
}

/**
 * Sets changes that only a space parts together, what went before what came: three new words read
 * as one phrase, not as six fragments.
 */
function gather(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const gathered: DifferencePart[] = [];
  let change = { removed: "", added: "" };
  const flush = () => {
    gathered.push(...changeParts(change));
    change = { removed: "", added: "" };
  };
  parts.forEach(({ kind, text }, index) => {
    const next = parts[index + 1];
    if (kind !== "same") {
      change = { ...change, [kind]: change[kind] + text };
    } else if (text.trim() === "" && (change.removed || change.added) && next) {
      change = { removed: change.removed + text, added: change.added + text };
    } else {
      flush();
      gathered.push({ kind, text });
    }
  });
  flush();
  return gathered;
}

function changeParts({ removed, added }: { removed: string; added: string }): DifferencePart[] {
  const space = removed && added ? sharedEnd(removed, added) : "";
  const change = (kind: "removed" | "added", text: string): DifferencePart[] =>
    text ? [{ kind, text: text.slice(0, text.length - space.length) }] : [];
  return [
    ...change("removed", removed),
    ...change("added", added),
    ...(space ? [{ kind: "same", text: space } as const] : []),
  ];
}

function sharedEnd(one: string, other: string): string {
  const end = one.slice(one.trimEnd().length);
  return other.endsWith(end) ? end : "";
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function realWords(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
