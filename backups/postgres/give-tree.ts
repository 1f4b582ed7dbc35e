import { mustRun, userId } from "../../installer/host/index.ts";

/** Hands a whole tree over, without following links out of it. */
export async function giveTreeTo(user: string, folder: string): Promise<void> {
  if (process.getuid?.() === 0 && userId(user) !== undefined) {
    await mustRun(["chown", "-R", "-h", `${user}:`, folder], { timeoutSeconds: 3600 });
  }
}
