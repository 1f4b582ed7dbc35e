import { setTimeout as pause } from "node:timers/promises";
import { v5 as idFrom } from "uuid";
import { execute, transaction } from "../database.ts";
import { record } from "../events.ts";
import { nobody } from "../policy.ts";
import { believedMilliseconds } from "./file-key-provider.ts";
import { keyProvider } from "./keys.ts";
import { noteKeys } from "./known-keys.ts";
import { resealColumns, countSealed } from "./reseal-columns.ts";
import { countWrapped, rewrapContents } from "./rewrap-contents.ts";

const keySubjects = "5d0c33a0-9d7b-4f0e-8a6e-0f6e5a3c7b11";

export interface KeyUse {
  readonly id: string;
  readonly contents: number;
  readonly values: number;
}

/** Makes the next key-encryption key; from now on it seals what is new. Nothing stops meanwhile. */
export async function addKey(): Promise<string> {
  const id = keyProvider().add();
  await transaction(async () => {
    await noteKeys();
    await recordOf("encryption.key-added", id, {});
  });
  return id;
}

/**
 * Brings everything under the newest key. Broken off, it is simply begun again. Other processes seal with the key
 * before for as long as they believe their list of keys.
 */
export async function takeUpNewestKey(): Promise<{ contents: number; values: number }> {
  await pause(2 * believedMilliseconds);
  const id = keyProvider().ids().at(-1) ?? "";
  const taken = { contents: await rewrapContents(), values: await resealColumns() };
  await transaction(() => recordOf("encryption.key-taken-up", id, taken));
  return taken;
}

/** Every key that is here, with what only it opens. */
export async function listKeys(): Promise<KeyUse[]> {
  const [contents, values] = [await countWrapped(), await countSealed()];
  return keyProvider()
    .ids()
    .map((id) => ({ id, contents: contents.get(id) ?? 0, values: values.get(id) ?? 0 }));
}

/** Says that a key is not needed any more; refused while it is. Its file may then be laid aside. */
export async function retireKey(id: string): Promise<void> {
  const keys = await listKeys();
  const use = keys.find((key) => key.id === id);
  if (!use || use === keys.at(-1) || use.contents > 0 || use.values > 0) {
    throw new Error(
      `The key ${id} is not here, is the newest, or still opens something: see keys list`,
    );
  }
  await transaction(async () => {
    await execute("update encryption_keys set retired_at = clock_timestamp() where id = $id", {
      id,
    });
    await recordOf("encryption.key-retired", id, {});
  });
}

async function recordOf(action: string, id: string, counts: Readonly<Record<string, number>>) {
  const subject = { type: "encryption-key", id: idFrom(id, keySubjects) };
  await record(nobody, action, { subject, detail: { key: id, ...counts } });
}
