import type { NodeType } from "prosemirror-model";
import { cleanText } from "./clean-text.ts";
import { readAttributes } from "./read-attributes.ts";
import { writingSchema } from "./schema.ts";
import { UnfitDocument } from "./unfit-document.ts";

type Path = readonly (string | number)[];

/** Where the reader stands, and how much it may still take in from the whole document. */
export interface Place {
  readonly path: Path;
  readonly depth: number;
  readonly left: { parts: number; characters: number };
}

/** A part in canonical form: keys in one order, nothing empty, no attribute that only repeats its default. */
export interface ReadNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly ReadNode[];
  readonly marks?: readonly { readonly type: string }[];
  readonly text?: string;
}

const nodeTypes = new Map<unknown, NodeType>(Object.entries(writingSchema.nodes));
const markOrder = Object.keys(writingSchema.marks);

/** Reads one part and all it holds, refusing whatever the schema does not name. */
export function readNode(json: unknown, place: Place): ReadNode {
  const raw = plainObject(json, place.path);
  refuseOtherKeys(raw, ["type", "attrs", "content", "marks", "text"], place.path);
  const type = nodeType(raw["type"], place.path);
  refuseExcess(type, place);
  return type.isText ? readText(raw, place) : readElement(raw, { type, place });
}

function readElement(raw: Raw, { type, place }: { type: NodeType; place: Place }): ReadNode {
  if (raw["text"] !== undefined) {
    throw new UnfitDocument("not a document", [...place.path, "text"]);
  }
  const attrs = readAttributes(type, raw["attrs"], place.path);
  const content = readContent(raw["content"], place);
  const marks = readMarks(raw["marks"], place.path);
  return {
    type: type.name,
    ...(attrs ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function readText(raw: Raw, place: Place): ReadNode {
  const text = raw["text"];
  if (typeof text !== "string" || raw["attrs"] !== undefined || raw["content"] !== undefined) {
    throw new UnfitDocument("not a document", place.path);
  }
  place.left.characters -= text.length;
  if (place.left.characters < 0) {
    throw new UnfitDocument("too long", place.path);
  }
  const marks = readMarks(raw["marks"], place.path);
  return { type: "text", ...(marks.length > 0 ? { marks } : {}), text: cleanText(text) };
}

function readContent(json: unknown, { path, depth, left }: Place): readonly ReadNode[] {
  const parts = list(json, [...path, "content"]).map((part, index) =>
    readNode(part, { path: [...path, "content", index], depth: depth - 1, left }),
  );
  return joinTexts(parts.filter(({ text }) => text !== ""));
}

/** Neighbouring texts that look alike become one, so that how they were typed leaves no trace. */
function joinTexts(parts: readonly ReadNode[]): readonly ReadNode[] {
  const joined: ReadNode[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.text !== undefined && part.text !== undefined && sameMarks(last, part)) {
      joined[joined.length - 1] = { ...last, text: (last.text + part.text).normalize("NFC") };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function sameMarks(one: ReadNode, other: ReadNode): boolean {
  return JSON.stringify(one.marks) === JSON.stringify(other.marks);
}

function readMarks(json: unknown, path: Path): readonly { readonly type: string }[] {
  const named = list(json, [...path, "marks"]).map((mark, index) => {
    const here = [...path, "marks", index];
    const raw = plainObject(mark, here);
    refuseOtherKeys(raw, ["type"], here);
    return raw["type"];
  });
  if (named.length > markOrder.length || !named.every((name) => markOrder.includes(String(name)))) {
    throw new UnfitDocument("unknown part", [...path, "marks"]);
  }
  return markOrder.filter((name) => named.includes(name)).map((type) => ({ type }));
}

type Raw = Readonly<Record<string, unknown>>;

function plainObject(json: unknown, path: Path): Raw {
  const parent: unknown = isObject(json) ? Object.getPrototypeOf(json) : undefined;
  if (!isObject(json) || (parent !== Object.prototype && parent !== null)) {
    throw new UnfitDocument("not a document", path);
  }
  return json;
}

function isObject(json: unknown): json is Raw {
  return typeof json === "object" && json !== null;
}

function list(json: unknown, path: Path): readonly unknown[] {
  if (json !== undefined && !Array.isArray(json)) {
    throw new UnfitDocument("not a document", path);
  }
  return Array.from((json ?? []) as readonly unknown[]);
}

function refuseOtherKeys(raw: Raw, known: readonly string[], path: Path): void {
  const other = Object.keys(raw).find((key) => !known.includes(key));
  if (other !== undefined) {
    throw new UnfitDocument("unknown attribute", [...path, other.slice(0, 40)]);
  }
}

function nodeType(name: unknown, path: Path): NodeType {
  const type = nodeTypes.get(name);
  if (!type || (path.length === 0 && name !== "doc")) {
    throw new UnfitDocument(path.length === 0 ? "not a document" : "unknown part", path);
  }
  return type;
}

function refuseExcess(type: NodeType, { path, depth, left }: Place): void {
  left.parts -= 1;
  if (left.parts < 0) {
    throw new UnfitDocument("too many parts", path);
  }
  if (depth < 0 && !type.isText) {
    throw new UnfitDocument("too deep", path);
  }
}
