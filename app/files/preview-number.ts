import type { Actor } from "../base/index.ts";
import { previewNumber } from "../numbering/index.ts";
import { headsFor, narrowHeads, type HeadChoice, type HeadIds } from "./heads.ts";
import { fileSeries } from "./series.ts";

/** The heads a section may choose from, and the number the next file under them would get. */
export interface OfferedHeads extends HeadChoice {
  /** Absent until a basic head is chosen. Nothing is taken: another may be quicker. */
  readonly number: string | undefined;
}

export async function offerHeads(actor: Actor, ids: HeadIds): Promise<OfferedHeads> {
  const choice = narrowHeads(await headsFor(actor.unitId), ids);
  const basic = choice.chosen.basic;
  if (!basic) {
    return { ...choice, number: undefined };
  }
  const codes = Object.entries(choice.chosen).map(([level, { code }]) => [level, code] as const);
  const number = await previewNumber({
    purpose: fileSeries.purpose,
    unitId: actor.unitId,
    head: basic.code,
    tokens: Object.fromEntries(codes),
  });
  return { ...choice, number };
}
