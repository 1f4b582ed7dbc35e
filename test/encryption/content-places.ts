import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { config } from "../../app/base/index.ts";
import { storePlace } from "../../app/base/encryption/store-places.ts";

/** A store of its own for one suite, cut into small chunks; `end` puts the usual one back. */
export function ownStore(name: string, chunk = 32): { readonly end: () => void } {
  const { DOCUMENTS_FOLDER, STORE_CHUNK_BYTES } = config();
  const folder = join(process.env["SECRETARIAT_TEST_FOLDER"] ?? "", `store-${name}`);
  mkdirSync(folder, { recursive: true });
  Object.assign(config(), { DOCUMENTS_FOLDER: folder, STORE_CHUNK_BYTES: chunk });
  return {
    end: () => {
      Object.assign(config(), { DOCUMENTS_FOLDER, STORE_CHUNK_BYTES });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The two files of a stored content. */
export function filesOf(sha256: string): { readonly envelope: string; readonly object: string } {
  const { name, folder, envelope } = storePlace(sha256);
  const object = readdirSync(folder).find(
    (one) => one.startsWith(name) && !one.endsWith("envelope"),
  );
  return { envelope, object: join(folder, object ?? "none") };
}
