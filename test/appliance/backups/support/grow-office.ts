/** Writes letters with documents into the office of the environment, as its officers would, and seals the record. */
import { closeDatabase } from "../../../../app/base/index.ts";
import { asTask } from "../../../../app/base/standpoint.ts";
import { noteKeys } from "../../../../app/base/encryption/known-keys.ts";
import { sealCommitted } from "../../../../app/audit/seal.ts";
import { writeCheckpoint } from "../../../../app/audit/checkpoint.ts";
import { registerDocument } from "../../../../app/documents/index.ts";
import { anItem, anOfficer } from "../../../support/builders.ts";
import { aPdf, anUpload } from "../../../support/receipt-builders.ts";

const count = Number(process.argv[2] ?? 10);

await asTask("test", async () => {
  await noteKeys();
  const officer = await anOfficer();
  for (let made = 0; made < count; made += 1) {
    await anItem(officer);
    const letter = await anUpload(await aPdf());
    await registerDocument(officer, letter, { ours: true });
  }
  while ((await sealCommitted()) > 0) {
    // until nothing waits
  }
  await writeCheckpoint();
});
await closeDatabase();
