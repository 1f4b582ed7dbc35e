import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFile } from "../../../../app/base/paths.ts";
import { installedVersion } from "../../../install/installed-version.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const line = words({
  hi: "संस्करण {version} ({date}), तालिकाएँ {schema} तक, Node {node}",
  en: "Release {version} ({date}), tables up to {schema}, Node {node}",
});

export const version = verb({
  path: ["version"],
  words: { hi: "चालू संस्करण", en: "The release that runs" },
  options: z.object({}),
  async run({ say, answer }) {
    const facts = {
      installed: (await installedVersion()) ?? null,
      ...readFacts(),
      node: process.versions.node,
    };
    say(line, { ...facts, installed: facts.installed ?? "–" });
    answer(facts);
    return exit.ok;
  },
});

/** What the release says of itself; run from a working copy it says little. */
function readFacts(): { version: string; date: string; schema: string } {
  const file = join(projectFile("."), "release.json");
  const usual = { version: "–", date: "–", schema: "–" };
  return existsSync(file)
    ? { ...usual, ...(JSON.parse(readFileSync(file, "utf8")) as object) }
    : usual;
}
