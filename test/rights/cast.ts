import { v7 as newId } from "uuid";
import { insert } from "../../app/base/index.ts";
import { anEmployee, anOfficer, aPost, aUnit } from "../support/builders.ts";
import type { AnOfficer, APost, AUnit } from "../support/builders.ts";
import { kindOf, type KindName } from "./kinds.ts";

export interface Cast {
  readonly people: ReadonlyMap<KindName, AnOfficer>;
  readonly holder: AnOfficer;
  readonly maker: AnOfficer;
  readonly before: AnOfficer;
  readonly copied: AnOfficer;
  readonly stranger: AnOfficer;
  readonly department: AUnit;
  readonly section: AUnit;
  readonly otherSection: AUnit;
}

interface Places {
  readonly department: AUnit;
  readonly section: AUnit;
  readonly registry: AUnit;
  readonly second: AUnit;
  readonly otherSection: AUnit;
}

/** Two departments and everyone who will ask. */
export async function aCast(): Promise<Cast> {
  const places = await somePlaces();
  const above = await aPost({ unit: places.department, rank: 6, nameEn: "Under Secretary" });
  const seat = await aPost({ unit: places.section, rank: 8, reportsTo: above.id });
  const people = new Map<KindName, AnOfficer>();
  const seated = async (kind: KindName, at: { unit?: AUnit; post?: APost }) => {
    const post = at.post ?? (await aPost({ ...(at.unit && { unit: at.unit }), rank: 8 }));
    const officer = await anOfficer({ post, roles: kindOf(kind).roles });
    people.set(kind, officer);
    return officer;
  };
  const { department, otherSection, registry, second, section } = places;
  const holder = await seated("holder", { post: seat });
  const maker = await seated("who made it", { unit: second });
  const before = await seated("who had it before", { unit: second });
  const copied = await seated("who got a copy", { unit: otherSection });
  const stranger = await seated("other department", { unit: otherSection });
  await seated("section officer", { unit: section });
  await seated("channel above", { post: above });
  await seated("secretary of the department", { unit: department });
  await seated("colleague of the section", { unit: section });
  await seated("registry of the department", { unit: registry });
  const administrator = await seated("administrator", { unit: department });
  people.set("administrator who proved himself long ago", administrator);
  await seated("auditor", { unit: department });
  await seated("record keeper", { unit: department });
  await granted(await seated("administrator whose right has ended", { unit: department }), {
    fromOn: "2020-01-01",
    untilOn: "2021-03-31",
  });
  await granted(await seated("administrator whose right has not begun", { unit: department }), {
    fromOn: "2099-01-01",
  });
  for (const [kind, officer] of await standIns(holder, otherSection)) {
    people.set(kind, officer);
  }
  return { people, holder, maker, before, copied, stranger, department, section, otherSection };
}

async function somePlaces(): Promise<Places> {
  const state = await aUnit({ kind: "state", nameEn: "Government" });
  const department = await aUnit({ kind: "department", parent: state, nameEn: "Revenue" });
  const other = await aUnit({ kind: "department", parent: state, nameEn: "Forest" });
  return {
    department,
    section: await aUnit({ parent: department }),
    registry: await aUnit({ parent: department }),
    second: await aUnit({ parent: department }),
    otherSection: await aUnit({ parent: other }),
  };
}

type Charge = readonly [kind: string, fromOn: string, untilOn: string | null];

/** Those who come to the holder's post by another charge than his, or came, or will come. */
async function standIns(
  holder: AnOfficer,
  elsewhere: AUnit,
): Promise<readonly (readonly [KindName, AnOfficer])[]> {
  const only = (...charge: Charge) => withCharge(holder, charge);
  const also = async (kind: KindName, ...charge: Charge) => {
    const officer = await anOfficer({ unit: elsewhere, roles: kindOf(kind).roles });
    await charged(holder.postId, officer.employeeId, charge);
    return [kind, officer] as const;
  };
  const link = await only("link", "2020-01-01", null);
  return [
    ["holder who proved himself long ago", holder],
    ["holder who owes his second factor", holder],
    ["holder from another network", holder],
    ["link officer of the holder", link],
    ["additional charge of the holder's post", await only("additional", "2020-01-01", null)],
    ["suspended account", await only("additional", "2020-01-01", null)],
    ["one-time password", await only("additional", "2020-01-01", null)],
    ["without a post", await only("additional", "2020-01-01", "2021-03-31")],
    ["revoked token", link],
    ["token past its time", link],
    await also("link officer whose time is over", "link", "2020-01-01", "2021-03-31"),
    await also("link officer whose time has not begun", "link", "2099-01-01", null),
    await also("predecessor in the post", "substantive", "2010-01-01", "2019-12-31"),
    await also("token of a post since lost", "link", "2020-01-01", "2021-03-31"),
    await also("program that names another's post", "link", "2020-01-01", "2021-03-31"),
  ];
}

async function withCharge(holder: AnOfficer, charge: Charge): Promise<AnOfficer> {
  const person = await anEmployee();
  await charged(holder.postId, person.employeeId, charge);
  return { ...holder, ...person };
}

function charged(postId: string, employeeId: string, [kind, fromOn, untilOn]: Charge) {
  return insert("charges", { id: newId(), postId, employeeId, kind, fromOn, untilOn });
}

function granted({ postId }: AnOfficer, days: { fromOn: string; untilOn?: string }): Promise<void> {
  return insert("role_grants", { id: newId(), postId, role: "administrator", ...days });
}
