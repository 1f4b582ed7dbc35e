import type { Reference, WrittenDocument } from "./document.ts";
import { plainTextOf } from "./plain-text.ts";
import { readNode } from "./read-node.ts";
import { referencesIn } from "./references-in.ts";
import { writingSchema } from "./schema.ts";
import { UnfitDocument } from "./unfit-document.ts";

export interface WritingLimits {
  /** Of the canonical JSON, in UTF-8. */
  readonly bytes: number;
  readonly depth: number;
  readonly parts: number;
}

export const usualLimits: WritingLimits = { bytes: 200_000, depth: 12, parts: 10_000 };

export interface CheckedDocument {
  readonly document: WrittenDocument;
  readonly plainText: string;
  readonly references: readonly Reference[];
}

/** Takes a document from outside, or throws `UnfitDocument`. What comes out is canonical. */
export function checkDocument(json: unknown, limits: Partial<WritingLimits> = {}): CheckedDocument {
  const { bytes, depth, parts } = { ...usualLimits, ...limits };
  const read = readNode(json, { path: [], depth, left: { parts, characters: bytes } });
  refuseMisplacedParts(read);
  if (Buffer.byteLength(JSON.stringify(read)) > bytes) {
    throw new UnfitDocument("too long", []);
  }
  const document = read as unknown as WrittenDocument;
  return { document, plainText: plainTextOf(document), references: referencesIn(document) };
}

/** The grammar of what may stand in what is the schema's own; it answers with a RangeError. */
function refuseMisplacedParts(read: unknown): void {
  try {
    const node = writingSchema.nodeFromJSON(read);
    node.check();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UnfitDocument("misplaced part", []);
    }
    throw error;
  }
}
