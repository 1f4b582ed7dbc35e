import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../host/index.ts";
import { places } from "../places.ts";

/** What a command found out once and the watch tells again every minute. */
export const factShapes = {
  /** Whether the chain of the record was whole when it was last verified. */
  record: z.object({ at: z.coerce.date(), isWhole: z.boolean() }),
  /** How many files and units were otherwise than site.yml says. */
  drift: z.object({ at: z.coerce.date(), changes: z.number() }),
  /** What the kernel held of our firewall when it was loaded last. */
  firewall: z.object({ mark: z.string() }),
  /** Where the names in site.yml were last found. */
  addresses: z.object({ byName: z.record(z.string(), z.array(z.string())) }),
  /** How many files of Debian's and our packages were otherwise than they were installed. */
  programs: z.object({ at: z.coerce.date(), changes: z.number() }),
} as const;

type Name = keyof typeof factShapes;
export type Fact<One extends Name> = z.output<(typeof factShapes)[One]>;

export async function keepFact<One extends Name>(name: One, fact: Fact<One>): Promise<void> {
  const access = { mode: 0o644, uid: 0, gid: 0 };
  await writeWhole(join(places.installer, `${name}.json`), `${JSON.stringify(fact)}\n`, access);
}

/** Nothing where it never happened; what cannot be read counts as never. */
export async function readFact<One extends Name>(
  name: One,
  folder: string = places.installer,
): Promise<Fact<One> | undefined> {
  const text = await readFile(join(folder, `${name}.json`), "utf8").catch(() => undefined);
  const parsed = text === undefined ? undefined : factShapes[name].safeParse(JSON.parse(text));
  return parsed?.success ? (parsed.data as Fact<One>) : undefined;
}
