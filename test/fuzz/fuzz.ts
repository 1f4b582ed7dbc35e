import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../../app/base/index.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";

/** Something of ours that reads what strangers send. */
export interface Target {
  readonly name: string;
  /** Inputs of a usual run; a longer run multiplies it. */
  readonly inputs: number;
  /** Whole and well-formed: what is changed to make the inputs. */
  readonly seeds: () => readonly Buffer[] | Promise<readonly Buffer[]>;
  /** What its format is made of. */
  readonly words?: readonly string[];
  /** Reads one input. What it throws must be a refusal that it means. */
  readonly read: (input: Buffer) => unknown;
  readonly isRefusal: (error: unknown) => boolean;
}

export interface Finding {
  readonly target: string;
  readonly kind: "crash" | "slow";
  readonly what: string;
  /** Where the input is kept, to be put under `found/` with its correction. */
  readonly kept: string;
}

/** Longer than this for one input is a way to hold a server up. */
const patience = 2_000;

/** Reads what earlier runs found, then `inputs` new ones of this seed. */
export async function fuzz(target: Target, inputs: number, seed: number): Promise<Finding[]> {
  const random = new Random(seed);
  const seeds = await target.seeds();
  const findings: Finding[] = [];
  for (const known of [...seeds, ...found(target.name)]) {
    findings.push(...(await tryOne(target, known)));
  }
  for (let made = 0; made < inputs && findings.length < 10; made += 1) {
    const input = mutate(random.oneOf(seeds), random, target.words);
    findings.push(...(await tryOne(target, input)));
  }
  return findings;
}

/** Inputs that once broke something stay in the tree and are tried first, always. */
function found(name: string): Buffer[] {
  const folder = projectFile(`test/fuzz/found/${name}`);
  return existsSync(folder)
    ? readdirSync(folder).map((file) => readFileSync(join(folder, file)))
    : [];
}

async function tryOne(target: Target, input: Buffer): Promise<Finding[]> {
  const began = performance.now();
  let what: string | undefined;
  try {
    await target.read(input);
  } catch (error) {
    what = target.isRefusal(error) ? undefined : told(error);
  }
  const took = performance.now() - began;
  if (what !== undefined) {
    return [{ target: target.name, kind: "crash", what, kept: keep(target.name, input) }];
  }
  return took > patience
    ? [
        {
          target: target.name,
          kind: "slow",
          what: `${Math.round(took)} ms`,
          kept: keep(target.name, input),
        },
      ]
    : [];
}

function told(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n")
    : String(error);
}

function keep(name: string, input: Buffer): string {
  const folder = projectFile(`var/fuzz/${name}`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash("sha256").update(input).digest("hex").slice(0, 16));
  writeFileSync(path, input);
  return path;
}
