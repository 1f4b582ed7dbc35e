/**
 * INVARIANT: an envelope opens only for the content it was made for: name (a keyed hash of the content's
 * SHA-256), object, length and cut are bound to the wrapped key.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { packKey, unpackKey, type ContentKey } from "./chunks.ts";
import { currentKeyId, keyProvider } from "./keys.ts";
import { seal, unseal } from "./seal.ts";

const Kept = z.strictObject({
  version: z.literal(1),
  /** The file with the ciphertext. */
  object: z.uuid(),
  /** Length of the content itself. */
  bytes: z.number().int().nonnegative(),
  /** Length of each chunk but the last, before its tag. */
  chunk: z.number().int().positive(),
  /** The key-encryption key that wrapped the data key. */
  key: z.string(),
  wrapped: z.base64(),
});

/** What lies beside the ciphertext of a content: all one needs to open it, but for the key-encryption key. */
export type Envelope = z.infer<typeof Kept>;

export interface Content {
  readonly own: ContentKey;
  readonly bytes: number;
  readonly chunk: number;
}

/** Wraps the data key of a content under the newest key-encryption key. */
export function wrapContent(name: string, content: Content): Envelope {
  const { own, bytes, chunk } = content;
  const open = { version: 1, object: own.object, bytes, chunk, key: currentKeyId() } as const;
  const wrapped = seal(wrappingKey(open.key), packKey(own), boundTo(name, open));
  return { ...open, wrapped: wrapped.toString("base64") };
}

/** Throws for an envelope of another content, or whose key-encryption key is not here. */
export function unwrapContent(name: string, envelope: Envelope): Content {
  const wrapping = wrappingKey(envelope.key);
  const packed = unseal(wrapping, Buffer.from(envelope.wrapped, "base64"), boundTo(name, envelope));
  const { object, bytes, chunk } = envelope;
  return { own: unpackKey(packed, object), bytes, chunk };
}

/** Undefined where there is none. */
export async function readEnvelope(path: string): Promise<Envelope | undefined> {
  try {
    return Kept.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw new Error(`${path} is no envelope`, { cause: error });
  }
}

function wrappingKey(id: string): Buffer {
  return keyProvider().derive(id, "content");
}

function boundTo(name: string, { object, bytes, chunk, key }: Omit<Envelope, "wrapped">): string {
  return ["v1", "content", name, object, bytes, chunk, key].join("|");
}
