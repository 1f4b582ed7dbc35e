import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import { insert, row, type Actor } from "../../app/base/index.ts";
import { sealContact } from "../../app/organisation/private-particulars.ts";
import { permittedTo, type Role } from "../../app/access/index.ts";
import { createItem, type Item, type NewItem } from "../../app/movement/index.ts";

export interface AUnit {
  readonly id: string;
  readonly code: string;
  readonly ancestorIds: readonly string[];
}

const unique = (): string =>
  `${Date.now().toString(36)}${randomInt(1e9).toString(36)}`.toUpperCase();

/** A unit; a section of nothing unless a parent is given. */
export async function aUnit(
  given: { kind?: string; parent?: AUnit; nameEn?: string; nameHi?: string; code?: string } = {},
): Promise<AUnit> {
  const id = newId();
  const code = given.code ?? `U${unique()}`;
  const ancestorIds = [...(given.parent?.ancestorIds ?? []), id];
  await insert("units", {
    id,
    kind: given.kind ?? "section",
    code,
    nameEn: given.nameEn ?? `Section ${code}`,
    nameHi: given.nameHi ?? "स्थापना अनुभाग",
    parentId: given.parent?.id ?? null,
    ancestorIds,
    number: "1",
  });
  return { id, code, ancestorIds };
}

export interface APost {
  readonly id: string;
  readonly unitId: string;
}

/** A vacant post. */
export async function aPost(
  given: { unit?: AUnit; nameEn?: string; nameHi?: string; reportsTo?: string; rank?: number } = {},
): Promise<APost> {
  const unit = given.unit ?? (await aUnit());
  const id = newId();
  const designationId = newId();
  await insert("designations", {
    id: designationId,
    code: `D${unique()}`,
    nameEn: "Section Officer",
    nameHi: "अनुभाग अधिकारी",
    rank: given.rank ?? 50,
  });
  await insert("posts", {
    id,
    unitId: unit.id,
    designationId,
    code: `P${unique()}`,
    nameEn: given.nameEn ?? "Section Officer",
    nameHi: given.nameHi ?? "अनुभाग अधिकारी",
    marking: `SO-${unique()}`,
    reportsToId: given.reportsTo ?? null,
  });
  return { id, unitId: unit.id };
}

/** Somebody with an account, who holds nothing yet. */
export async function anEmployee(
  given: { nameEn?: string; nameHi?: string; passwordHash?: string } = {},
): Promise<{ employeeId: string; accountId: string; login: string }> {
  const [employeeId, accountId, tag] = [newId(), newId(), unique().toLowerCase()];
  await insert("employees", {
    id: employeeId,
    code: `E${tag}`,
    salutation: "Shri",
    nameEn: given.nameEn ?? "Ramesh Sahu",
    nameHi: given.nameHi ?? "रमेश साहू",
    gender: "male",
    ...sealContact(employeeId, { bornOn: "1980-01-01", mobile: `9${tag}` }),
    joinedOn: "2005-07-01",
    email: `${tag}@cg.example`,
  });
  await insert("accounts", {
    id: accountId,
    employeeId,
    login: tag,
    passwordHash: given.passwordHash ?? null,
    mustChange: false,
  });
  return { employeeId, accountId, login: tag };
}

export interface AnOfficer extends Actor {
  readonly accountId: string;
  readonly employeeId: string;
  readonly login: string;
}

/** Somebody substantively in a post, with an account; what a command takes as its actor. */
export async function anOfficer(
  given: {
    unit?: AUnit;
    post?: APost;
    roles?: readonly Role[];
    nameEn?: string;
    nameHi?: string;
    passwordHash?: string;
    reportsTo?: string;
  } = {},
): Promise<AnOfficer> {
  const { unit, reportsTo } = given;
  const post =
    given.post ?? (await aPost({ ...(unit && { unit }), ...(reportsTo && { reportsTo }) }));
  const { employeeId, accountId, login } = await anEmployee(given);
  const charge = { id: newId(), postId: post.id, employeeId, kind: "substantive" };
  await insert("charges", { ...charge, fromOn: "2020-01-01" });
  for (const role of given.roles ?? []) {
    await insert("role_grants", { id: newId(), postId: post.id, role, fromOn: "2020-01-01" });
  }
  return {
    accountId,
    employeeId,
    login,
    postId: post.id,
    unitId: post.unitId,
    charge: "substantive",
    onBehalfOfId: null,
    roles: new Set(given.roles),
    permissions: await permittedTo(given.roles ?? []),
    coveredUnitIds: given.roles?.includes("section-officer") ? [post.unitId] : [],
    sessionId: null,
    address: "127.0.0.1",
    requestId: null,
  };
}

/** An item of no module's kind, on the holder's desk. */
export function anItem(holder: Actor, given: Partial<NewItem> = {}): Promise<Item> {
  return createItem(holder, {
    kind: "file",
    number: `T-${unique()}`,
    subject: "भू-अर्जन प्रकरण में मुआवजा",
    unitId: holder.unitId,
    nature: "electronic",
    ...given,
  });
}

export async function itemNow(id: string): Promise<Record<string, unknown>> {
  return (await row<Record<string, unknown>>("select * from items where id = $id", { id })) ?? {};
}
