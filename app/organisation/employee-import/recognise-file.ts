import { open } from "node:fs/promises";
import { invalid, tooLarge } from "../../base/index.ts";
import { readDirectory } from "./zip-directory.ts";

const largestFile = 26_214_400;
const largestUnpacked = 524_288_000;

/** What the bytes are, whatever the file is called. Refuses what is neither a workbook nor a CSV. */
export async function recogniseFile(path: string): Promise<"xlsx" | "csv"> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    refuseSize(size);
    const head = Buffer.alloc(Math.min(size, 4_096));
    await file.read(head, 0, head.length, 0);
    if (head.subarray(0, 4).equals(zipMark)) {
      refuseUnfitArchive(await readDirectory(file, size));
      return "xlsx";
    }
    if (head.subarray(0, 4).equals(compoundMark)) {
      throw refusalOfCompound(await file.readFile());
    }
    refuseOtherKinds(head);
    return "csv";
  } finally {
    await file.close();
  }
}

const zipMark = Buffer.from("PK\u0003\u0004");
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function refuseSize(size: number): void {
  if (size === 0) {
    throw invalid("files", "The file is empty.");
  }
  if (size > largestFile) {
    throw tooLarge("The file is larger than {megabytes} MB. Split it.", {
      megabytes: largestFile / 1_048_576,
    });
  }
}

function refuseUnfitArchive(entries: ReadonlyMap<string, number>): void {
  if (!entries.has("xl/workbook.xml")) {
    throw invalid(
      "files",
      "This is not an Excel workbook. Save the table as XLSX or as CSV UTF-8.",
    );
  }
  if ([...entries.values()].reduce((sum, size) => sum + size, 0) > largestUnpacked) {
    throw invalid("files", "The workbook unpacks to more than can be read. Split it.");
  }
}

/** Both a protected XLSX and an old XLS are compound files; only the first names an encrypted package. */
function refusalOfCompound(bytes: Buffer) {
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? invalid(
        "files",
        "The workbook is protected by a password. Remove the password and try again.",
      )
    : invalid("files", "This is a workbook of the old XLS form. Save it as XLSX and try again.");
}

function refuseOtherKinds(head: Buffer): void {
  if (head.subarray(0, 5).toString("latin1") === "%PDF-") {
    throw invalid("files", "This is a PDF. The table must be an XLSX or a CSV file.");
  }
  if (head.includes(0)) {
    throw invalid("files", "This is not a table. Save it as XLSX or as CSV UTF-8.");
  }
}
