import { spawn } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { mustRun } from "../../../host/index.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const parts: Readonly<Record<string, readonly string[]>> = {
  web: ["secretariat-web@*"],
  worker: ["secretariat-worker@*"],
  database: ["postgresql@15-secretariat", "secretariat-migrate"],
  redis: ["redis-server@secretariat"],
  nginx: ["nginx"],
  backup: [
    "secretariat-backup-*",
    "secretariat-verify",
    "secretariat-verify-second",
    "secretariat-drill",
  ],
};

const unknownPart = words({
  hi: "भाग “{part}” नहीं है। इनमें से चुनें: {parts}",
  en: "There is no part “{part}”. Choose from: {parts}",
});

export const logs = verb({
  path: ["logs"],
  words: { hi: "कार्यक्रम-अभिलेख दिखाएँ", en: "Show the logs" },
  options: z.object({
    follow: option(
      z.boolean().default(false),
      { hi: "नई पंक्तियाँ आते ही दिखाएँ", en: "Show new lines as they come" },
      "f",
    ),
    lines: option(
      z.coerce.number().int().positive().default(100),
      {
        hi: "कितनी पंक्तियाँ",
        en: "How many lines",
      },
      "n",
    ),
    since: option(z.string().default("-1d"), {
      hi: "कब से, जैसे -2h या 2026-11-01",
      en: "Since when, such as -2h or 2026-11-01",
    }),
  }),
  positionals: [
    {
      name: "PART",
      optional: true,
      words: words({
        hi: "web, worker, database, redis, nginx या backup",
        en: "web, worker, database, redis, nginx or backup",
      }),
    },
  ],
  needsRoot: true,
  async run({ options: { follow, lines, since }, positionals: [part], json, answer }) {
    const units = part === undefined ? Object.values(parts).flat() : parts[part];
    if (!units) {
      throw new Halt(exit.usage, unknownPart, {
        part: part ?? "",
        parts: Object.keys(parts).join(", "),
      });
    }
    const asked = [
      ...units.flatMap((unit) => ["-u", unit]),
      `--since=${since}`,
      `--lines=${lines}`,
    ];
    const options = [
      "--no-pager",
      ...(follow && !json ? ["--follow"] : []),
      ...(json ? ["--output=json"] : []),
    ];
    if (json) {
      answer({ entries: await entries([...asked, ...options]) });
      return exit.ok;
    }
    const child = spawn("journalctl", [...asked, ...options], { stdio: "inherit" });
    const [code] = (await once(child, "close")) as [number | null];
    return code === 0 ? exit.ok : exit.failed;
  },
});

async function entries(options: readonly string[]): Promise<readonly unknown[]> {
  const output = await mustRun(["journalctl", ...options]);
  return output
    .split("\n")
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}
