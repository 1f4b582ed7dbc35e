import { v7 as newId } from "uuid";
import {
  explainConstraint,
  hasRole,
  insert,
  invalid,
  forbidden,
  record,
  rows,
  transaction,
  words,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import type { HeadLevel } from "./choices.ts";

/** A head of the functional file index: function, activity, aspect, factor. */
export interface Head extends BilingualName {
  readonly id: string;
  readonly level: HeadLevel;
  readonly code: string;
  readonly parentId: string | null;
}

explainConstraint("file_heads_once", words("There is already a head with this code here."));

/** The open heads that a section may use: its own, its department's and the state's. */
export function headsFor(unitId: string): Promise<Head[]> {
  return rows<Head>(
    `select h.id, h.level, h.code, h.name_en as "nameEn", h.name_hi as "nameHi",
       h.parent_id as "parentId"
     from file_heads h
     where h.closed_on is null and (h.unit_id is null
       or h.unit_id = any (select unnest(ancestor_ids) from units where id = $unit))
     order by array_position(array['basic','primary','secondary','tertiary'], h.level), length(h.code), h.code`,
    { unit: unitId },
  );
}

export interface NewHead extends BilingualName {
  readonly level: HeadLevel;
  readonly code: string;
  readonly unitId?: string | null;
  readonly parentId?: string | null;
}

/** Adds a head. Numbers already given under other heads stay as they are. */
export function createHead(actor: Actor, head: NewHead): Promise<string> {
  if (!hasRole("administrator", "section-officer")(actor)) {
    throw forbidden();
  }
  return transaction(async () => {
    const id = newId();
    await insert("file_heads", { id, ...head });
    await record(actor, "file.head-created", {
      subject: { type: "head", id },
      detail: { level: head.level, code: head.code },
    });
    return id;
  });
}

/** The chosen heads by level; refuses one that this section may not use. */
export async function chosenHeads(
  unitId: string,
  ids: Readonly<Partial<Record<HeadLevel, string | undefined>>>,
): Promise<Partial<Record<HeadLevel, Head>>> {
  const heads = await headsFor(unitId);
  const chosen = Object.entries(ids).flatMap(([level, id]) => {
    if (id === undefined) {
      return [];
    }
    const head = heads.find((one) => one.id === id && one.level === level);
    if (!head) {
      throw invalid(`${level}HeadId`, "Choose a head of your section from the list.");
    }
    return [[level, head] as const];
  });
  return Object.fromEntries(chosen);
}
