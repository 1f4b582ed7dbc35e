import { families } from "./command/families.ts";
import { run, surroundings } from "./command/run.ts";
import { words } from "./words.ts";

const installing = {
  words: words({ hi: "स्थापना", en: "Installation" }),
  verbs: {
    install: async () => (await import("./install/install-verb.ts")).installVerb,
    restore: async () => (await import("./restore/restore-verb.ts")).restoreVerb,
  },
};

/** What the bundle's `install` hands over to: everything the command can do, and the installation itself. */
const [first = "install", ...rest] = process.argv.slice(2);
const typed = first.startsWith("-") ? ["install", first, ...rest] : [first, ...rest];
process.exitCode = await run(typed, { ...surroundings, families: [installing, ...families] });
