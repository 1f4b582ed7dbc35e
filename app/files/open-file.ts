/**
 * INVARIANT: item, cover, number and event are written in one transaction; a refused file takes no number.
 */
import {
  explainConstraint,
  forbidden,
  insert,
  invalid,
  now,
  record,
  row,
  today,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import { createItem, type Item } from "../movement/index.ts";
import { issueNumber, yearOf } from "../numbering/index.ts";
import type { HeadLevel } from "./choices.ts";
import { findFile } from "./file.ts";
import { chosenHeads, type Head } from "./heads.ts";
import { OpenFile, type OpenFileInput } from "./input.ts";
import { mayOpenFiles } from "./policy.ts";
import { putInFile } from "./put-in-file.ts";
import { fileSeries } from "./series.ts";

explainConstraint(
  "files_unit_id_number_key",
  words("Your section already has a file with this number."),
);

type Opening = ReturnType<typeof OpenFile.parse>;
type Heads = Partial<Record<HeadLevel, Head>>;

interface FileNumber {
  readonly number: string;
  readonly serial: number | null;
  readonly year: number;
}

/** Opens a file on the actor's desk, in *Created*; a receipt given with it becomes its first paper. */
export function openFile(actor: Actor, given: OpenFileInput): Promise<Item> {
  const input = OpenFile.parse(given);
  return transaction(async () => {
    if (!mayOpenFiles(actor)) {
      throw forbidden("Files are opened by dealing hands and officers. Send it to your section.");
    }
    if (input.mainFileId !== undefined) {
      await refuseUnlessMain(actor, input.mainFileId);
    }
    const heads = await headsOf(actor, input);
    const numbered = await numberOf(actor, input, heads);
    const item = await write(actor, input, { heads, numbered });
    if (input.receiptId !== undefined) {
      await putInFile(actor, { receiptId: input.receiptId, fileId: item.id });
    }
    return item;
  });
}

/** A part belongs to a main file that its opener may see; parts have no parts. */
async function refuseUnlessMain(actor: Actor, fileId: string): Promise<void> {
  const main = await findFile(actor, fileId);
  if (main.mainFileId !== null) {
    throw invalid("mainFileId", "{number} is itself a part. Open the part from its main file.", {
      number: main.number,
    });
  }
}

async function headsOf(actor: Actor, input: Opening): Promise<Heads> {
  if (input.numbering === "free") {
    return {};
  }
  if (input.basicHeadId === undefined) {
    throw invalid("basicHeadId", "Choose the basic head.");
  }
  return chosenHeads(actor.unitId, {
    basic: input.basicHeadId,
    primary: input.primaryHeadId,
    secondary: input.secondaryHeadId,
    tertiary: input.tertiaryHeadId,
  });
}

async function numberOf(actor: Actor, input: Opening, heads: Heads): Promise<FileNumber> {
  if (input.numbering === "free") {
    if (input.freeNumber === undefined) {
      throw invalid("freeNumber", "Write the number of the file.");
    }
    return { number: input.freeNumber, serial: null, year: yearOf(today(now()), "calendar") };
  }
  return nextUnused(actor.unitId, heads);
}

/** A number that somebody wrote by hand before its turn is passed over: it would stop the series for ever. */
async function nextUnused(unitId: string, heads: Heads): Promise<FileNumber> {
  const codes = Object.entries(heads).map(([level, { code }]) => [level, code]);
  const request = {
    purpose: fileSeries.purpose,
    unitId,
    head: heads.basic?.code ?? "",
    tokens: Object.fromEntries(codes) as Record<string, string>,
  };
  let next = await issueNumber(request);
  while (await isUsed(unitId, next.number)) {
    next = await issueNumber(request);
  }
  return next;
}

async function isUsed(unitId: string, number: string): Promise<boolean> {
  const used = await row(
    "select 1 as found from files where unit_id = $unitId and number = $number",
    {
      unitId,
      number,
    },
  );
  return used !== undefined;
}

async function write(
  actor: Actor,
  input: Opening,
  { heads, numbered }: { heads: Heads; numbered: FileNumber },
): Promise<Item> {
  const { number, serial, year } = numbered;
  const { unitId } = actor;
  const item = await createItem(actor, {
    ...input,
    kind: "file",
    number,
    unitId,
    dueOn: input.dueOn ?? null,
  });
  await insert("files", {
    itemId: item.id,
    unitId,
    numbering: input.numbering,
    number,
    serial,
    year,
    ...Object.fromEntries(Object.entries(heads).map(([level, { id }]) => [`${level}HeadId`, id])),
    ...coverOf(input),
    mainFileId: input.mainFileId ?? null,
  });
  await record(actor, "file.opened", {
    subject: { type: "file", id: item.id, itemId: item.id },
    detail: { number, numbering: input.numbering, mainFileId: input.mainFileId ?? null },
  });
  return item;
}

type Cover = Pick<
  Opening,
  | "description"
  | "mainCategory"
  | "subCategory"
  | "language"
  | "previousReferences"
  | "laterReferences"
  | "remarks"
>;

/** The fields of the cover that may be changed later; a blank one is stored as none. */
export function coverOf(input: Cover) {
  return {
    description: input.description ?? null,
    mainCategory: input.mainCategory,
    subCategory: input.subCategory ?? null,
    language: input.language,
    previousReferences: input.previousReferences ?? null,
    laterReferences: input.laterReferences ?? null,
    remarks: input.remarks ?? null,
  };
}
