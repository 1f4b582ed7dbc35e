import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { CommandFailed } from "../host/index.ts";
import { runRole } from "../secrets/run-role.ts";
import { words, type Language } from "../words.ts";
import { definitionOf, type OfficeFile } from "./schema.ts";

export interface Asked {
  readonly office: OfficeFile;
  readonly language: Language;
  readonly isCheck?: boolean;
  readonly leavesItems?: boolean;
  /** The escrow of the keys is not proven, and somebody said that the office comes in all the same. */
  readonly despiteEscrow?: boolean;
  /** The folder with the employee master, where its people shall come in too. */
  readonly peopleIn?: string;
}

type OfficeVerb = "add" | "begin-trial" | "end-trial" | "export" | "remove";

/** Has the product do one of its office verbs as its own user; what it refuses ends the command. */
export async function askOffice<Answer>(verb: OfficeVerb, asked: Asked): Promise<Answer> {
  return answerOf<Answer>(await run([verb], JSON.stringify(await questionOf(asked))));
}

/** What the product is handed over. */
export async function questionOf({ office, peopleIn, ...asked }: Asked): Promise<object> {
  const employees = peopleIn ? await masterOf(office, peopleIn) : undefined;
  return { ...asked, office: definitionOf(office), employees };
}

export async function listOffices<Office>(): Promise<readonly Office[]> {
  return answerOf<{ offices: readonly Office[] }>(await run(["list"], "")).offices;
}

async function run(rest: readonly string[], input: string): Promise<string> {
  const ran = await runRole({ name: "office", arguments: rest, input, timeoutSeconds: 600 });
  const answer = ran.output.split("\n").findLast((line) => line.startsWith("{"));
  if (answer === undefined) {
    throw new CommandFailed(["main.js", "office", ...rest], ran);
  }
  return answer;
}

function answerOf<Answer>(line: string): Answer {
  const told = JSON.parse(line) as { refused?: unknown };
  if (typeof told.refused === "string") {
    throw new Halt(exit.failed, refused, { why: told.refused });
  }
  return told as Answer;
}

/** The bytes are handed over: only root reads the folder where the file lies. */
async function masterOf({ employees }: OfficeFile, folder: string) {
  if (employees === undefined) {
    return undefined;
  }
  const path = join(folder, employees);
  const bytes = await readFile(path).catch(() => {
    throw new Halt(exit.usage, noMaster, { path });
  });
  return { name: employees, content: bytes.toString("base64") };
}

const refused = words({ hi: "अस्वीकृत: {why}", en: "Refused: {why}" });
const noMaster = words({
  hi: "कर्मचारी मास्टर {path} नहीं मिला।",
  en: "The employee master {path} is not there.",
});
