import { v7 as newId } from "uuid";
import {
  explainConstraint,
  forbidden,
  insert,
  invalid,
  may,
  record,
  rows,
  transaction,
  words,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { headLevels, type HeadLevel } from "./choices.ts";

/** A head of the functional file index: function, activity, aspect, factor. */
export interface Head extends BilingualName {
  readonly id: string;
  readonly level: HeadLevel;
  readonly code: string;
  readonly parentId: string | null;
}

/** The ids given for each level, as a form or call sends them. */
export type HeadIds = Readonly<Partial<Record<HeadLevel, string | undefined>>>;

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
  if (!mayAddHeads(actor)) {
    throw forbidden();
  }
  return transaction(async () => {
    await refuseOtherParent(actor, head);
    const id = newId();
    await insert("file_heads", { id, ...head });
    await record(actor, "file.head-created", {
      subject: { type: "head", id },
      detail: { level: head.level, code: head.code },
    });
    return id;
  });
}

export const mayAddHeads = may("add-heads");

/** A head stands under one of a higher level that its section may use, or under none. */
async function refuseOtherParent(actor: Actor, head: NewHead): Promise<void> {
  if (!head.parentId) {
    return;
  }
  const heads = await headsFor(head.unitId ?? actor.unitId);
  const parent = heads.find(({ id }) => id === head.parentId);
  if (!parent || headLevels.indexOf(parent.level) >= headLevels.indexOf(head.level)) {
    throw invalid("parentId", "Choose a head of a higher level.");
  }
}

/** The chosen heads by level; refuses one that this section may not use, or that stands elsewhere. */
export async function chosenHeads(
  unitId: string,
  ids: HeadIds,
): Promise<Partial<Record<HeadLevel, Head>>> {
  const { chosen } = narrowHeads(await headsFor(unitId), ids);
  for (const level of headLevels) {
    if (ids[level] !== undefined && !chosen[level]) {
      throw invalid(`${level}HeadId`, "Choose a head of your section from the list.");
    }
  }
  return chosen;
}

/** What each level offers below what is chosen above it, and what of the choice still stands. */
export interface HeadChoice {
  readonly options: Readonly<Record<HeadLevel, readonly Head[]>>;
  readonly chosen: Readonly<Partial<Record<HeadLevel, Head>>>;
}

export function narrowHeads(heads: readonly Head[], ids: HeadIds): HeadChoice {
  const above = new Set<string>();
  const chosen: Partial<Record<HeadLevel, Head>> = {};
  const options = {} as Record<HeadLevel, readonly Head[]>;
  for (const level of headLevels) {
    options[level] = heads.filter(
      (head) => head.level === level && (head.parentId === null || above.has(head.parentId)),
    );
    const head = options[level].find(({ id }) => id === ids[level]);
    if (head) {
      chosen[level] = head;
      above.add(head.id);
    }
  }
  return { options, chosen };
}
