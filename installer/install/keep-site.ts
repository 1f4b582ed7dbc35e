import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { ensureDirectory, ensureFile, makeHost } from "../host/index.ts";
import { places } from "../places.ts";
import { readSite, SiteRefused, type Site } from "../site/index.ts";
import { words, type Language } from "../words.ts";

/** Reads site.yml; everything that is wrong with it is told at once. */
export async function siteFrom(path: string, language: Language): Promise<Site> {
  try {
    return await readSite(path);
  } catch (error) {
    if (error instanceof SiteRefused) {
      const told = error.problems.map(({ key, words: said }) => `${key}: ${said[language]}`);
      throw new Halt(exit.usage, unusable, { path, problems: told.join("\n  ") });
    }
    throw error;
  }
}

/** Lays the given site.yml down the first time. Afterwards the one in place is the administrator's: never replaced. */
export async function keepSite(path: string): Promise<void> {
  if (resolve(path) === places.site) {
    return;
  }
  const given = await readFile(path);
  if (existsSync(places.site)) {
    if (!given.equals(await readFile(places.site))) {
      throw new Halt(exit.usage, differs, { path, site: places.site });
    }
    return;
  }
  const host = makeHost();
  await ensureDirectory(host, { path: places.settings, mode: 0o755 });
  await ensureFile(host, { path: places.site, content: given, mode: 0o640 });
}

const unusable = words({
  hi: "{path} का उपयोग नहीं हो सकता:\n  {problems}",
  en: "{path} cannot be used:\n  {problems}",
});
const differs = words({
  hi: "{path} और {site} अलग हैं। {site} आपकी फ़ाइल है और बदली नहीं जाती: उसी में परिवर्तन करें, फिर: secretariat reconfigure",
  en: "{path} differs from {site}, which is yours and never replaced: change that one, then run: secretariat reconfigure",
});
