import { exit, type ExitCode } from "../../../installer/command/exit-codes.ts";
import { Halt } from "../../../installer/command/halt.ts";
import { runUpgrade } from "../../../installer/upgrade/run.ts";
import type { InventedHost } from "./invented-host.ts";

export const bundle = "/srv/secretariat-1.1.0.tar";

/** With what a command would end. */
export async function codeOf(work: Promise<unknown>): Promise<ExitCode> {
  try {
    const code = await work;
    return typeof code === "number" ? (code as ExitCode) : exit.ok;
  } catch (error) {
    if (error instanceof Halt) {
      return error.code;
    }
    throw error;
  }
}

/** What stops or changes anything; looking is not among it. */
export function deeds(host: InventedHost): string[] {
  return host.done.filter((one) => one !== "watch");
}

/** What an administrator does after a kill: the same command again. */
export async function endOf(host: InventedHost): Promise<void> {
  await codeOf(runUpgrade(host, host.kept ? {} : { bundle }));
}
