import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { mustRun } from "../host/index.ts";
import { inTime } from "../in-time.ts";

/** One file of the bundle. */
export interface Source {
  readonly name: string;
  read(): Promise<string>;
}

export interface Wish {
  readonly sources: readonly Source[];
  readonly redact: (text: string) => string;
  /** The .tar.gz to write. */
  readonly path: string;
  readonly patienceSeconds?: number;
}

export interface Made {
  readonly path: string;
  readonly files: readonly string[];
  /** What could not be had, with the reason. */
  readonly missing: readonly string[];
}

/** No single file is longer: what came last says most. */
const longest = 3 * 1024 * 1024;

/** Reads every source side by side, takes out what must stay here, and packs the rest. Nothing raw is ever written. */
export async function makeSupportBundle(wish: Wish): Promise<Made> {
  await mkdir(dirname(wish.path), { recursive: true });
  const folder = await mkdtemp(join(dirname(wish.path), "support-"));
  try {
    const inside = join(folder, "files");
    await mkdir(inside);
    const told = await Promise.all(wish.sources.map((source) => keep(source, inside, wish)));
    const missing = told.filter((one) => one !== undefined);
    await writeFile(join(inside, "missing.txt"), wish.redact(`${missing.join("\n")}\n`));
    // Packed where root alone looks: in a folder of everybody's, somebody else's file or link may have its name.
    const packed = join(folder, "packed.tar.gz");
    await writeFile(packed, "", { mode: 0o600 });
    await mustRun(["tar", "-C", inside, "--owner=0", "--group=0", "-czf", packed, "."]);
    await rename(packed, wish.path);
    return { path: wish.path, files: wish.sources.map(({ name }) => name), missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes one redacted file, or answers with why there is none. */
async function keep(source: Source, folder: string, wish: Wish): Promise<string | undefined> {
  try {
    const text = await inTime(source.read(), wish.patienceSeconds ?? 20);
    await writeFile(join(folder, source.name), wish.redact(lastPart(text)));
    return undefined;
  } catch (error) {
    return `${source.name}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
  }
}

/** From the beginning of a line on: half a secret would not be known for one. */
function lastPart(text: string): string {
  const rest = text.length > longest ? text.slice(-longest) : text;
  return rest === text ? text : rest.slice(rest.indexOf("\n") + 1);
}
