import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "../../../app/base/index.ts";
import { dayOf, timeOf } from "../../../app/directory/generalized-time.ts";
import { readSheet } from "../../../app/organisation/employee-import/read-sheet.ts";
import type { Target } from "../fuzz.ts";

const folder = mkdtempSync(join(tmpdir(), "secretariat-fuzz-"));
const isRefusal = (error: unknown): boolean => error instanceof Refusal;

const sheet: Target = {
  name: "employee-sheet",
  inputs: 2_000,
  seeds: () => [
    Buffer.from('Employee code,Name (English),Mobile\r\nE1,Ram,9826000000\r\nE2,"Sita, K",\r\n'),
    Buffer.from("\uFEFFकर्मचारी कोड;नाम\nE1;राम\n", "utf16le"),
  ],
  words: [",", ";", '"', '""', "\r\n", "\t", "\uFEFF"],
  read: async (input) => {
    const path = join(folder, "sheet.csv");
    writeFileSync(path, input);
    await readSheet(path);
  },
  isRefusal,
};

const times: Target = {
  name: "generalized-time",
  inputs: 30_000,
  seeds: () =>
    ["20311130000000Z", "20260229120000.5Z", "000001010000Z"].map((text) => Buffer.from(text)),
  read: (input) => [dayOf(input.toString()), timeOf(input.toString())],
  isRefusal: () => false,
};

export const peopleTargets = [sheet, times];
