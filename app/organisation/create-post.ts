import { v7 as newId } from "uuid";
import { insert, invalid, record, row, transaction, type Actor } from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { findPost } from "./post.ts";
import { lockOpenUnit } from "./unit.ts";

export interface NewPost {
  readonly unitId: string;
  readonly designationId: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  /** How others mark papers to it: DESIGNATION(INITIALS)-BRANCH-DEPARTMENT. */
  readonly marking: string;
  readonly reportsToId?: string | undefined;
}

/** Sets up a post in a unit. It is vacant until somebody is given charge of it. */
export function createPost(actor: Actor, given: NewPost): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenUnit(given.unitId, "unitId");
    await refuseUnknownDesignation(given.designationId);
    if (given.reportsToId) {
      await findPost(given.reportsToId, "reportsToId");
    }
    await refuseUsedNames(given);
    const id = newId();
    const { unitId, designationId, code, nameEn, nameHi, marking } = given;
    const reportsToId = given.reportsToId ?? null;
    await insert("posts", {
      id,
      unitId,
      designationId,
      code,
      nameEn,
      nameHi,
      marking,
      reportsToId,
    });
    await record(actor, "organisation.post-created", {
      subject: { type: "post", id },
      detail: { unitId, code, marking, reportsToId },
    });
    return { id };
  });
}

async function refuseUnknownDesignation(id: string): Promise<void> {
  if (!(await row("select 1 as known from designations where id = $id", { id }))) {
    throw invalid("designationId", "There is no such designation. Choose from the list.");
  }
}

async function refuseUsedNames({ code, marking }: NewPost): Promise<void> {
  const used = await row<{ code: boolean }>(
    "select code = $code as code from posts where code = $code or marking = $marking limit 1",
    { code, marking },
  );
  if (used?.code) {
    throw invalid("code", "Another post has this code.");
  }
  if (used) {
    throw invalid("marking", "Another post has this marking abbreviation.");
  }
}
