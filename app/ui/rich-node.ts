/** A ProseMirror document or a part of it, as it is stored. What is not in our closed list is not shown. */
export interface RichNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: object | null | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
  readonly content?: readonly RichNode[] | undefined;
}

export interface RichReference {
  readonly kind: "page" | "paragraph" | "file";
  readonly target: string;
  readonly label: string;
}

const kinds = ["page", "paragraph", "file"] as const;

/** The reference a node stands for, unless it is none. */
export function referenceOf(node: RichNode): RichReference | undefined {
  const { kind: named, label, target } = attributesOf(node);
  const kind = kinds.find((known) => known === named);
  if (kind === undefined || typeof target !== "string" || typeof label !== "string") {
    return undefined;
  }
  return { kind, target, label };
}

/** The attributes of a node, each to be checked before it is used. */
export function attributesOf({ attrs }: RichNode): Readonly<Record<string, unknown>> {
  return (attrs ?? {}) as Readonly<Record<string, unknown>>;
}
