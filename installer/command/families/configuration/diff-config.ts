import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { z } from "zod";
import { siteFrom } from "../../../install/keep-site.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const options = z.object({
  config: option(z.string().default(places.site), {
    hi: "site.yml कहाँ है",
    en: "Where site.yml lies",
  }),
});

export const diffConfig = verb({
  path: ["diff-config"],
  words: {
    hi: "दिखाएँ कि कौन-सी कुंजियाँ आपने लिखीं और कौन-सी सामान्य मान से हैं",
    en: "Show which keys you wrote and which have their usual value",
  },
  options,
  async run(call) {
    const site = await siteFrom(call.options.config, call.language);
    const written = flat(load(await readFile(call.options.config, "utf8")));
    const usual = [...flat(site)].filter(([key]) => !written.has(key));
    for (const [key, value] of written) {
      call.say(`  ${key}: ${value}`);
    }
    call.say(left);
    for (const [key, value] of usual) {
      call.say(`# ${key}: ${value}`);
    }
    call.answer({ written: Object.fromEntries(written), usual: Object.fromEntries(usual) });
    return exit.ok;
  },
});

/** Every value by its whole key. */
function flat(value: unknown, key = ""): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return new Map([[key, JSON.stringify(value)]]);
  }
  const below = Object.entries(value).flatMap(([name, inner]) => [
    ...flat(inner, key === "" ? name : `${key}.${name}`),
  ]);
  return new Map(below);
}

const left = words({ hi: "सामान्य मान:", en: "Usual values:" });
