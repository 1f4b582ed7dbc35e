import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";

/** What everybody may know of the escrow: nothing here opens anything. */
const EscrowFacts = z.object({
  recipient: z.string(),
  threshold: z.number().int(),
  /** Whom each share was given to: a public key, or `paper`. */
  holders: z.array(z.object({ number: z.number().int(), holder: z.string() })),
  splitAt: z.iso.datetime(),
  /** When enough shares were last shown to open it; left out until then. */
  provenAt: z.iso.datetime().optional(),
  provenWith: z.array(z.number().int()),
  /** Recipients before a rotation: archives of their time need the shares of their time. */
  formerly: z.array(z.object({ recipient: z.string(), until: z.iso.datetime() })),
});

export type EscrowFacts = z.output<typeof EscrowFacts>;

export async function readEscrow(state: string): Promise<EscrowFacts | undefined> {
  const path = join(state, "escrow.json");
  return existsSync(path) ? EscrowFacts.parse(JSON.parse(await readFile(path, "utf8"))) : undefined;
}

export async function writeEscrow(state: string, facts: EscrowFacts): Promise<void> {
  await mkdir(state, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(EscrowFacts.parse(facts), null, 2)}\n`;
  await writeWhole(join(state, "escrow.json"), text, mine(0o600));
}
