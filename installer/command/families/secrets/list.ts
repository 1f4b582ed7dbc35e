import { stat } from "node:fs/promises";
import { z } from "zod";
import { credentialPath, knownSecret, vault } from "../../../secrets/index.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const secretsList = verb({
  path: ["secrets", "list"],
  words: {
    hi: "गोपनीय कुंजियों के नाम और आयु; मान कभी नहीं दिखते",
    en: "Names and ages of the secrets; never what they are",
  },
  options: z.object({}),
  needsRoot: true,
  async run(call) {
    const secrets = await Promise.all((await vault.names()).map(describe));
    for (const { name, since, days } of secrets) {
      const words = knownSecret(name)?.words[call.language] ?? "";
      call.say(`${name.padEnd(24)} ${since}  ${String(days).padStart(4)} d  ${words}`);
    }
    call.answer({ secrets });
    return exit.ok;
  },
});

async function describe(name: string) {
  const { mtime } = await stat(credentialPath(name));
  const days = Math.floor((Date.now() - mtime.getTime()) / 86_400_000);
  return { name, since: mtime.toISOString().slice(0, 10), days };
}
