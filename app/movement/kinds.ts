/** What movement must know of a kind of item; a new kind of work declares one and gets the tray. */
export interface ItemKind {
  readonly kind: string;
  /** English words for one of it, translated when shown: "File", "Receipt". */
  readonly name: string;
  /** The address of its own page. */
  readonly path: (itemId: string) => string;
}

const kinds = new Map<string, ItemKind>();

export function defineItemKind(kind: ItemKind): ItemKind {
  kinds.set(kind.kind, kind);
  return kind;
}

export function itemKind(kind: string): ItemKind {
  const found = kinds.get(kind);
  if (!found) {
    throw new Error(`No module declares the kind of item ${kind}`);
  }
  return found;
}

export function itemKinds(): readonly ItemKind[] {
  return [...kinds.values()];
}
