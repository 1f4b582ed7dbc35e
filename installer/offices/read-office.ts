import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { load, YAMLException } from "js-yaml";
import type { z } from "zod";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { places } from "../places.ts";
import { unknownKey, wordsOf } from "../site/issue-words.ts";
import { words, type Language, type Words } from "../words.ts";
import { OfficeFile } from "./schema.ts";

/** Reads the file of one office; refuses what is wrong in it, and what another file says as well. */
export async function readOffice(
  lgd: string,
  folder: string = places.offices,
): Promise<OfficeFile> {
  if (!/^\d{1,10}$/.test(lgd)) {
    throw new Halt(exit.usage, noCode, { lgd });
  }
  const office = await readFileOf(join(folder, `${lgd}.yml`));
  for (const place of new Set([folder, places.offices])) {
    (await readOffices(place, lgd)).forEach((other) => refuseTwin(office, other));
  }
  return office;
}

/** Every office file of a folder but one, in the order of their codes. */
export async function readOffices(folder: string, except?: string): Promise<readonly OfficeFile[]> {
  const found = await readdir(folder).catch(() => []);
  const files = found
    .filter((name) => /^\d{1,10}\.yml$/.test(name) && name !== `${except}.yml`)
    .toSorted();
  return Promise.all(files.map((name) => readFileOf(join(folder, name))));
}

async function readFileOf(path: string): Promise<OfficeFile> {
  const name = basename(path);
  const source = await readFile(path, "utf8").catch(() => {
    throw new Halt(exit.usage, noFile, { path });
  });
  const parsed = OfficeFile.safeParse(yamlOf(source, name), { reportInput: true });
  if (!parsed.success) {
    throw new Halt(exit.usage, wrongFile, { name, wrong: mistakes(parsed.error) });
  }
  if (`${parsed.data.lgd}.yml` !== name) {
    throw new Halt(exit.usage, otherName, { name, lgd: parsed.data.lgd });
  }
  return parsed.data;
}

/** Every mistake at once, each behind its key. */
function mistakes({ issues }: z.ZodError): Words {
  const lines = issues.flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
    const said = keys.length > 0 ? unknownKey : wordsOf(issue);
    const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: path.join("."), said }));
  });
  const inWords = (language: Language) =>
    lines.map(({ path, said }) => `${path}: ${said[language]}`).join(" ");
  return { hi: inWords("hi"), en: inWords("en") };
}

function yamlOf(source: string, name: string): unknown {
  try {
    return load(source);
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new Halt(exit.usage, wrongFile, { name, wrong: error.message });
    }
    throw error;
  }
}

/** Two files for one office would take turns in changing it. */
function refuseTwin(office: OfficeFile, other: OfficeFile): void {
  if (other.code.toLowerCase() === office.code.toLowerCase()) {
    throw new Halt(exit.usage, sameCode, { lgd: office.lgd, other: other.lgd, code: office.code });
  }
  if (other.employees !== undefined && other.employees === office.employees) {
    const { lgd, employees } = office;
    throw new Halt(exit.usage, sameMaster, { lgd, other: other.lgd, employees });
  }
}

const noCode = words({
  hi: "“{lgd}” LGD कोड नहीं है: केवल अंक लिखें।",
  en: "“{lgd}” is no LGD code: write digits only.",
});
const noFile = words({
  hi: "कार्यालय की फ़ाइल {path} नहीं मिली।",
  en: "The file of the office, {path}, is not there.",
});
const wrongFile = words({
  hi: "{name} का उपयोग नहीं हो सकता: {wrong}",
  en: "{name} cannot be used: {wrong}",
});
const otherName = words({
  hi: "{name} में LGD कोड {lgd} लिखा है: फ़ाइल का नाम और कोड एक हों।",
  en: "{name} says LGD code {lgd}: the file is named by its code.",
});
const sameMaster = words({
  hi: "{lgd} और {other} दोनों फ़ाइलें एक ही कर्मचारी-सूची {employees} बताती हैं: हर कार्यालय की अपनी हो।",
  en: "The files {lgd} and {other} both name the employee master {employees}: each office has its own.",
});
const sameCode = words({
  hi: "{lgd} और {other} दोनों फ़ाइलों में कार्यालय का कोड {code} है।",
  en: "The files {lgd} and {other} both say the office has the code {code}.",
});
