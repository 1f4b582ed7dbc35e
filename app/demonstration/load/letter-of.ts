import type { StoredDocument } from "../../documents/index.ts";
import type { DiariseInput } from "../../receipts/index.ts";
import type { PlannedReceipt } from "../history/plan.ts";

/** What the diarist types for a planned letter, in the language of the letter. */
export function letterOf(planned: PlannedReceipt, paper: StoredDocument | undefined): DiariseInput {
  const { language, sender } = planned;
  const isElectronic = planned.nature === "electronic" && paper !== undefined;
  return {
    nature: isElectronic ? "electronic" : "physical",
    subject: planned.subject,
    classification: planned.classification,
    priority: planned.priority,
    deliveryMode: planned.deliveryMode,
    receivedOn: planned.receivedOn,
    letterOn: planned.date,
    letterLanguage: language,
    formOfCommunication: planned.form as "letter",
    senderType: sender.type as "citizen",
    senderName: sender.name[language],
    city: sender.city[language],
    state: sender.state[language],
    mainCategory: planned.category as "land",
    enclosuresStated: planned.enclosuresStated,
    enclosuresFound: planned.enclosuresFound,
    wantsAcknowledgement: planned.acknowledge,
    despiteDuplicates: true,
    documentIds: isElectronic ? [paper.id] : [],
    ...given("dueOn", planned.dueOn),
    ...given("letterNumber", planned.number),
    ...given("senderDesignation", sender.designation[language]),
    ...given("senderOrganisation", sender.organisation[language]),
    ...given("address1", sender.address1[language]),
    ...given("address2", sender.address2[language]),
    ...given("pin", sender.pin),
    ...given("email", sender.email),
    ...given("mobile", sender.mobile),
    ...(sender.vip ? { vipType: sender.vip, vipName: sender.name[language] } : {}),
  };
}

/** A field that is blank is not sent at all. */
function given<Name extends string>(name: Name, value: string | null) {
  return value ? ({ [name]: value } as Record<Name, string>) : {};
}
