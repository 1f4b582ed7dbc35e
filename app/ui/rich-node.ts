/** A ProseMirror document or a part of it, as it is stored. What is not in our closed list is not shown. */
export interface RichNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | null | undefined;
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
  const kind = kinds.find((known) => known === node.attrs?.["kind"]);
  const target = node.attrs?.["target"];
  const label = node.attrs?.["label"];
  if (kind === undefined || typeof target !== "string" || typeof label !== "string") {
    return undefined;
  }
  return { kind, target, label };
}
