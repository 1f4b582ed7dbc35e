/**
 * INVARIANT: an archive is read from its directory at the end and judged against its own local headers: every
 * byte belongs to one entry, entries do not overlap, and what unpacks is counted while it unpacks.
 */
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { refuseIf, Unfit } from "../finding.ts";
import type { Source } from "../source.ts";
import { readerOf } from "./source-reader.ts";

/** The entries of an archive; small ones unpacked, of large ones the beginning. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** All of it is in `bytes`. */
  readonly isWhole: boolean;
}

const mostEntries = 1_000;
const mostBytes = 500 * 1024 ** 2;
const mostKept = 48 * 1024 ** 2;
const harmless = 10 * 1024 ** 2;
const mostRatio = 100;

export async function* readArchive(source: Source): AsyncGenerator<Part> {
  const zip = await open(source);
  const entries = await entriesOf(zip);
  await refuseOverlap(zip, entries, source);
  let total = 0;
  for (const entry of entries) {
    refuseName(entry);
    const part = await unpack(zip, entry, mostBytes - total);
    total += part.length;
    refuseIf(total > harmless && total > source.size * mostRatio, "bomb");
    yield { name: entry.fileName, bytes: part.bytes, isWhole: part.length === part.bytes.length };
  }
}

async function open(source: Source): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  try {
    return await yauzl.fromRandomAccessReaderPromise(readerOf(source), source.size, options);
  } catch {
    throw new Unfit("damaged");
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  refuseIf(zip.entryCount > mostEntries, "bomb");
  refuseIf(zip.comment !== "" && zip.comment.length > 200, "two-kinds");
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(new Unfit("damaged"))); // a name that leads out of the folder, too
    zip.readEntry();
  });
}

const symbolicLink = 0o120000;

function refuseName(entry: Entry): void {
  const { fileName } = entry;
  refuseIf(/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|[\\\0]/.test(fileName), "damaged");
  refuseIf(((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink, "damaged");
  refuseIf((entry.generalPurposeBitFlag & 0x41) !== 0, "encrypted");
  refuseIf(![0, 8].includes(entry.compressionMethod), "damaged");
}

/** Names, sizes and places must agree with what stands before each entry, one after another from the first byte. */
async function refuseOverlap(
  zip: ZipFile,
  entries: readonly Entry[],
  source: Source,
): Promise<void> {
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  refuseIf(names.size < entries.length, "damaged");
  let end = 0;
  const inPlace = entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  for (const entry of inPlace) {
    refuseIf(entry.relativeOffsetOfLocalHeader < end, "bomb");
    refuseIf(entry.relativeOffsetOfLocalHeader > end + 24, "two-kinds");
    const head = source.read(entry.relativeOffsetOfLocalHeader, 30);
    refuseIf(head.length < 30 || head.readUInt32LE(0) !== 0x04034b50, "damaged");
    const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
    const name = source.read(entry.relativeOffsetOfLocalHeader + 30, nameLength);
    refuseIf(!name.equals(entry.fileNameRaw), "two-kinds");
    refuseIf(head.readUInt16LE(8) !== entry.compressionMethod, "two-kinds");
    end = entry.relativeOffsetOfLocalHeader + 30 + nameLength + extraLength + entry.compressedSize;
    refuseIf(end > source.size, "damaged");
  }
  const closing = source.read(source.size - 22 - Buffer.byteLength(zip.comment), 22);
  const directory = closing.length < 22 ? 0 : closing.readUInt32LE(16);
  refuseIf(directory < end, "bomb");
  refuseIf(directory > end + 24, "two-kinds");
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  most: number,
): Promise<{ bytes: Buffer; length: number }> {
  refuseIf(entry.uncompressedSize > most, "bomb");
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  refuseIf(entry.uncompressedSize > harmless && ratio > mostRatio, "bomb");
  const kept: Buffer[] = [];
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      refuseIf(length > most, "bomb");
      if (length <= mostKept) {
        kept.push(chunk);
      }
    }
  } catch (error) {
    throw error instanceof Unfit ? error : new Unfit("damaged"); // more or fewer bytes than it says
  }
  return { bytes: Buffer.concat(kept), length };
}
