/** Pieces of documents as an editor would send them. */

export function aText(...content: readonly object[]) {
  return { type: "doc", content };
}

export function paragraph(text: string) {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

export function bullets(...parts: readonly object[]) {
  return { type: "bullet_list", content: [{ type: "list_item", content: parts }] };
}
