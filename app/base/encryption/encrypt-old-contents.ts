import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { config } from "../config.ts";
import { log } from "../log.ts";
import { store } from "../storage.ts";
import { foldersOf, namesIn } from "./walk-store.ts";

/**
 * Encrypts what was stored open by an earlier release, and removes the open copy once the encrypted one is on the
 * disk. Both are read meanwhile; broken off, it goes on where it stood.
 */
export async function encryptOldContents(): Promise<number> {
  let encrypted = 0;
  for await (const folder of foldersOf(config().DOCUMENTS_FOLDER)) {
    for (const name of (await namesIn(folder)).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
      const path = join(folder, name);
      const { sha256 } = await store(createReadStream(path), Infinity);
      if (sha256 === name) {
        await rm(path);
        encrypted += 1;
      } else {
        log.error({ content: name.slice(0, 12) }, "Stored bytes are not what their name says");
      }
    }
  }
  return encrypted;
}
