import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../host/index.ts";
import { keepBeside } from "./keep-beside.ts";

interface Leaving {
  readonly folder: string;
  readonly exported: object;
  /** It left in this very run, or one that broke off before its files were put away. */
  readonly isNew: boolean;
}

/**
 * Keeps who held what and which papers there were, without a word of their content. An office that left before is
 * listed too where a run broke off after it had left and before its list was kept. Answers where its last list lies.
 */
export async function keepList(host: Host, leaving: Leaving): Promise<string | undefined> {
  const { folder, exported, isNew } = leaving;
  const standing = lastList(folder);
  if (host.isCheck || (!isNew && standing !== undefined)) {
    return standing;
  }
  const name = `left-${new Date().toISOString().slice(0, 10)}.json`;
  return keepBeside(folder, name, `${JSON.stringify(exported, null, 2)}\n`);
}

function lastList(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names
    .filter((one) => /^left-.*\.json$/.test(one))
    .toSorted()
    .at(-1);
  return name && join(folder, name);
}
