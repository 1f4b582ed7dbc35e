export interface Piece {
  /** Good only until the next piece is asked for. */
  readonly plain: Buffer;
  readonly isLast: boolean;
}

/** Cuts a stream into pieces of one size; the last is what remains, and of an empty stream it is empty. */
export async function* cutIntoChunks(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<Piece> {
  const held = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const given of source) {
    for (let taken = 0; taken < given.byteLength;) {
      if (filled === size) {
        yield { plain: held, isLast: false };
        filled = 0;
      }
      const part = given.subarray(taken, taken + size - filled);
      held.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
    }
  }
  yield { plain: held.subarray(0, filled), isLast: true };
}
