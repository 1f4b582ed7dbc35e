import { v7 as newId } from "uuid";
import {
  explainConstraint,
  insert,
  notFound,
  record,
  row,
  transaction,
  words,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { lockOpenUnit } from "./unit.ts";

explainConstraint(
  "section_subjects_unit_id_name_en_key",
  words("The section already has this subject."),
);

/** Says that letters about this come to this section. */
export function addSubject(
  actor: Actor,
  unitId: string,
  name: BilingualName,
): Promise<{ readonly id: string }> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenUnit(unitId);
    const id = newId();
    await insert("section_subjects", { id, unitId, nameEn: name.nameEn, nameHi: name.nameHi });
    await record(actor, "organisation.subject-added", {
      subject: { type: "unit", id: unitId },
      detail: { nameEn: name.nameEn, nameHi: name.nameHi },
    });
    return { id };
  });
}

export function removeSubject(actor: Actor, unitId: string, subjectId: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    const removed = await row<{ nameEn: string }>(
      `delete from section_subjects where id = $subjectId and unit_id = $unitId
       returning name_en as "nameEn"`,
      { subjectId, unitId },
    );
    if (!removed) {
      throw notFound();
    }
    await record(actor, "organisation.subject-removed", {
      subject: { type: "unit", id: unitId },
      detail: { nameEn: removed.nameEn },
    });
  });
}
