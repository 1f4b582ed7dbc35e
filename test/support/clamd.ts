import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { config } from "../../app/base/index.ts";

/** The harmless file that every scanner calls a virus; in two halves, so that nobody takes this one for it. */
export const eicar = [
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR",
  "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
].join("");

export interface Scanner {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** A real clamd with one signature, on a socket of its own. */
export async function startClamd(): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const socket = join(folder, "clamd.socket");
  const signature = Buffer.from(eicar, "latin1").toString("hex");
  await writeFile(join(folder, "test.ndb"), `Eicar-Test-Signature:0:*:${signature}\n`);
  await writeFile(join(folder, "clamd.conf"), settings(folder, socket));
  const child = spawn("clamd", ["--foreground", "--config-file", join(folder, "clamd.conf")], {
    stdio: "ignore",
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  await untilItAnswers(socket, stop);
  return { address: `unix:${socket}`, stop };
}

/** The lines an installation needs too; see app/documents/README.md. */
function settings(folder: string, socket: string): string {
  return [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${socket}`,
    `User ${userInfo().username}`,
    "Foreground yes",
    "AlertExceedsMax yes",
    "AlertEncrypted yes",
    "AlertOLE2Macros yes",
    "StreamMaxLength 1100M",
    "MaxScanSize 1100M",
    "MaxFileSize 1100M",
    "MaxRecursion 10",
    "MaxThreads 4",
    "",
  ].join("\n");
}

async function untilItAnswers(socket: string, stop: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await stat(socket).catch(() => undefined)) {
      const connection = connect(socket);
      const works = await Promise.race([
        once(connection, "connect").then(() => true),
        once(connection, "error").then(() => false),
      ]);
      connection.destroy();
      if (works) {
        return;
      }
    }
    await pause(50);
  }
  await stop();
  throw new Error("clamd did not start");
}

/** Lets the product use this scanner while `work` runs. */
export async function withScanner<T>(
  address: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const settings = config() as { SCANNER_ADDRESS?: string | undefined };
  const before = settings.SCANNER_ADDRESS;
  settings.SCANNER_ADDRESS = address;
  try {
    return await work();
  } finally {
    settings.SCANNER_ADDRESS = before;
  }
}
