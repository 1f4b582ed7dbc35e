import { hashPassword } from "../../app/access/index.ts";
import { anApp } from "../support/access-builders.ts";
import { anOfficer, aPost, aUnit, type AnOfficer } from "../support/builders.ts";
import { someHeads } from "../support/file-builders.ts";

export const password = "a-long-road-to-raipur";

/** The people through whose hands a letter goes. */
export interface Cast {
  readonly registry: AnOfficer;
  readonly hand: AnOfficer;
  readonly section: AnOfficer;
  readonly under: AnOfficer;
  readonly secretary: AnOfficer;
  readonly collector: AnOfficer;
}

/** A small department that stays in the database, with names nobody else has. */
export async function aSecretariat(): Promise<Cast> {
  const passwordHash = await hashPassword(password);
  const state = await aUnit({ kind: "state", nameEn: "Government", nameHi: "छत्तीसगढ़ शासन" });
  const department = await aUnit({
    kind: "department",
    parent: state,
    nameEn: "Revenue Department",
    nameHi: "राजस्व विभाग",
  });
  const section = await aUnit({ parent: department, nameEn: "Land Section", nameHi: "भूमि अनुभाग" });
  const central = await aUnit({ parent: department, nameEn: "Registry", nameHi: "आवक-जावक शाखा" });
  const seat = async (
    unit: typeof section,
    rank: number,
    given: { nameEn: string; nameHi: string } & Pick<
      Parameters<typeof anOfficer>[0] & object,
      "roles"
    >,
  ) => {
    const post = await aPost({ unit, rank, nameEn: given.nameEn, nameHi: given.nameHi });
    return anOfficer({ post, passwordHash, ...(given.roles && { roles: given.roles }) });
  };
  const signing = ["draft-approver", "signatory", "close-approver"] as const;
  const cast = {
    registry: await seat(central, 20, {
      nameEn: "Registry Clerk",
      nameHi: "आवक लिपिक",
      roles: ["registry"],
    }),
    hand: await seat(section, 16, {
      nameEn: "Dealing Hand",
      nameHi: "सहायक ग्रेड-2",
      roles: ["dealing-hand"],
    }),
    section: await seat(section, 12, {
      nameEn: "Section Officer",
      nameHi: "अनुभाग अधिकारी",
      roles: ["section-officer"],
    }),
    under: await seat(department, 8, {
      nameEn: "Under Secretary",
      nameHi: "अवर सचिव",
      roles: ["officer", ...signing],
    }),
    secretary: await seat(department, 2, {
      nameEn: "Secretary",
      nameHi: "सचिव",
      roles: ["secretary", ...signing],
    }),
    collector: await seat(department, 6, {
      nameEn: "Collector Raipur",
      nameHi: "कलेक्टर रायपुर",
      roles: ["officer"],
    }),
  };
  for (const { accountId } of [cast.under, cast.secretary]) {
    await anApp(accountId); // signatories come in with a second factor
  }
  await someHeads(section.id, { ...cast.section, permissions: new Set(["add-heads"]) });
  return cast;
}
