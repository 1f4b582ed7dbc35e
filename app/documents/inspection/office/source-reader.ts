import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";
import type { Source } from "../source.ts";

const step = 1024 ** 2;

class SourceReader extends RandomAccessReader {
  readonly #source: Source;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#source, start, end), { objectMode: false });
  }
}

function* pieces(source: Source, start: number, end: number) {
  for (let at = start; at < end; at += step) {
    yield source.read(at, Math.min(step, end - at));
  }
}

/** Lets the archive reader read our bytes. */
export function readerOf(source: Source): RandomAccessReader {
  return new SourceReader(source);
}
