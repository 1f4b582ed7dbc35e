import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { Download } from "./answer.ts";

/** Bytes made for this answer alone, whole or in part. */
export function download(
  named: Pick<Download, "mediaType" | "name" | "inline">,
  bytes: Buffer,
): Download {
  return {
    kind: "download",
    ...named,
    bytes: bytes.length,
    open: (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
  };
}

/** A table that office programs open in Hindi, and in which no cell is a formula. */
export function sheet(name: string, table: readonly (readonly string[])[]): Download {
  const text = stringify(
    table.map((cells) => [...cells]),
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
    },
  );
  return download({ mediaType: "text/csv; charset=utf-8", name, inline: false }, Buffer.from(text));
}
