import { v7 as newId } from "uuid";
import { now } from "../clock.ts";
import { row, transaction } from "../database.ts";
import { explainConstraint } from "../constraints.ts";
import { conflict } from "../errors.ts";
import { record } from "../events.ts";
import { nobody } from "../policy.ts";
import { insert } from "../records.ts";
import { despiteReadOnly } from "./held-back.ts";
import { readServiceState } from "./follow.ts";
import { words } from "../words.ts";

export interface Reason {
  readonly reasonHi: string;
  readonly reasonEn: string;
}

explainConstraint("read_only_spells_open", words("The office is open for reading only already."));

/** Opens the office for reading only, for every process; each follows within a second or two. */
export async function beginReadOnly(reason: Reason): Promise<void> {
  await despiteReadOnly(() => transaction(() => begin(reason)));
  await readServiceState();
}

/** Lets the office write again. */
export async function endReadOnly(): Promise<void> {
  await despiteReadOnly(() => transaction(end));
  await readServiceState();
}

async function begin(reason: Reason): Promise<void> {
  if (await row("select id from read_only_spells where until_at is null")) {
    throw conflict("The office is open for reading only already.");
  }
  const id = newId();
  await insert("read_only_spells", { id, fromAt: now(), ...reason });
  await record(nobody, "service.read-only-begun", {
    subject: { type: "service", id },
    detail: { ...reason },
  });
}

async function end(): Promise<void> {
  const ended = await row<{ id: string }>(
    "update read_only_spells set until_at = $at where until_at is null returning id",
    { at: now() },
  );
  if (!ended) {
    throw conflict("The office is not open for reading only.");
  }
  await record(nobody, "service.read-only-ended", { subject: { type: "service", id: ended.id } });
}
