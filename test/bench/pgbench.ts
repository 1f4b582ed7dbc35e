import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Measured } from "./load.ts";

const run = promisify(execFile);

interface PgbenchOrder {
  readonly databaseUrl: string;
  readonly script: string;
  readonly clients: number;
  readonly seconds: number;
  readonly prepared: boolean;
}

/**
 * Runs a script with Postgres's own load program; the samples come from its log of transactions.
 */
export async function pgbench(order: PgbenchOrder): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const script = join(folder, "script.sql");
    writeFileSync(script, order.script);
    const protocol = order.prepared ? "prepared" : "extended";
    const seconds = Math.ceil(order.seconds);
    const jobs = Math.min(2, order.clients);
    const how = `--no-vacuum --protocol=${protocol} --client=${order.clients} --jobs=${jobs} --time=${seconds} --log`;
    const where = [`--file=${script}`, `--log-prefix=${join(folder, "log")}`, order.databaseUrl];
    await run("pgbench", [...how.split(" "), ...where]);
    const samples = readdirSync(folder)
      .filter((name) => name.startsWith("log"))
      .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
      .map((line) => Number(line.split(" ")[2]) / 1000);
    return { seconds, samples, bytes: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
