import { isReadOnly } from "../base/index.ts";
import { verifyRecord, type Finding } from "./verify.ts";
import { sealCommitted } from "./seal.ts";

const faults: Readonly<Record<Finding["fault"], string>> = {
  altered: "was altered after it was sealed",
  deleted: "was deleted after it was sealed",
  inserted: "was not written by the application",
  "seal-altered": "has a seal that was altered",
  "seal-deleted": "stands after a seal that was deleted",
  "cut-short": "seals were cut off at the end of the record",
};

/** Seals what is waiting where it may write, verifies the whole record and prints what an administrator must know. */
export async function verifyAndReport(): Promise<boolean> {
  const started = performance.now();
  while (!isReadOnly() && (await sealCommitted()) > 0) {
    // until nothing waits
  }
  const { sealed, waiting, findings } = await verifyRecord();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = findings.map(
    ({ fault, source, rowId, sequence }) =>
      `${source} ${rowId} (seal ${sequence ?? "none"}): ${faults[fault]}`,
  );
  const verdict =
    findings.length === 0
      ? `The record is whole: ${sealed} rows sealed, ${waiting} waiting, ${seconds} s`
      : `The record was tampered with. First: ${lines[0] ?? ""}`;
  process.stdout.write(`${[verdict, ...lines.slice(1)].join("\n")}\n`);
  return findings.length === 0;
}
