import { v7 as newId } from "uuid";
import {
  insert,
  invalid,
  record,
  row,
  rows,
  transaction,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";

export interface Designation extends BilingualName {
  readonly id: string;
  readonly code: string;
  /** 1 is the highest. */
  readonly rank: number;
  readonly class: string | null;
}

export function listDesignations(): Promise<Designation[]> {
  return rows<Designation>(
    `select id, code, name_en as "nameEn", name_hi as "nameHi", rank, class
     from designations order by rank, name_en`,
  );
}

export interface NewDesignation extends BilingualName {
  readonly code: string;
  readonly rank: number;
  readonly class?: string | undefined;
}

export function createDesignation(
  actor: Actor,
  given: NewDesignation,
): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const { code } = given;
    if (await row("select 1 as used from designations where code = $code", { code })) {
      throw invalid("code", "Another designation has this code.");
    }
    const id = newId();
    const { nameEn, nameHi, rank } = given;
    await insert("designations", { id, code, nameEn, nameHi, rank, class: given.class ?? null });
    await record(actor, "organisation.designation-created", {
      subject: { type: "designation", id },
      detail: { code, rank },
    });
    return { id };
  });
}
