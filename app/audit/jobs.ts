import { defineChore } from "../base/index.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import { sealCommitted } from "./seal.ts";

/** The blind window for the newest rows is no longer than these two seconds. */
defineChore("audit.seal", 2, async () => {
  while ((await sealCommitted()) > 0) {
    // a backlog is sealed batch by batch
  }
});

defineChore("audit.checkpoint", 10, writeCheckpoint);
