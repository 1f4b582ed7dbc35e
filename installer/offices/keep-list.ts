import { existsSync, readdirSync } from "node:fs";
import type { Host } from "../host/index.ts";
import { keepBeside } from "./keep-beside.ts";

interface Leaving {
  readonly folder: string;
  readonly exported: object;
  /** It left in this very run. */
  readonly isNew: boolean;
}

/**
 * Keeps who held what and which papers there were, without a word of their content. An office that left before is
 * listed too where a run broke off after it had left and before its list was kept.
 */
export async function keepList(host: Host, leaving: Leaving): Promise<string | undefined> {
  const { folder, exported, isNew } = leaving;
  if (host.isCheck || (!isNew && hasList(folder))) {
    return undefined;
  }
  const name = `left-${new Date().toISOString().slice(0, 10)}.json`;
  return keepBeside(folder, name, `${JSON.stringify(exported, null, 2)}\n`);
}

function hasList(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /^left-.*\.json$/.test(name));
}
