import type { Reference, WrittenDocument } from "./document.ts";

interface Part {
  readonly type: string;
  readonly attrs?: unknown;
  readonly content?: readonly Part[];
}

/** Every reference in reading order, each pointed-at thing once. */
export function referencesIn(document: WrittenDocument): readonly Reference[] {
  const found = new Map<string, Reference>();
  collect(document, found);
  return [...found.values()];
}

function collect(part: Part, found: Map<string, Reference>): void {
  if (part.type === "reference") {
    const reference = part.attrs as Reference;
    const key = `${reference.kind} ${reference.target}`;
    found.set(key, found.get(key) ?? reference);
  }
  part.content?.forEach((child) => collect(child, found));
}
