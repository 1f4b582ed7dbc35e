import { v7 as newId } from "uuid";
import {
  hashPassword,
  permissionsOfPosts,
  setConfidential,
  type Role,
} from "../../access/index.ts";
import { execute, insert, insertMany, rows, type Actor, registrar } from "../../base/index.ts";
import { setHolidays } from "../../calendar/index.ts";
import {
  addSubject,
  assignCharge,
  createDesignation,
  createPost,
  createUnit,
  registerEmployee,
} from "../../organisation/index.ts";
import { categoryOf } from "../categories.ts";
import { subjectsOf } from "../matters.ts";
import type { DemonstrationOffice } from "../office.ts";
import type { DemonstrationUnit } from "../units.ts";
import { extraRoles, rolesOfPost } from "./post-roles.ts";

/** The order by which the office of the demonstration keeps confidential papers. */
const confidentialOrder = { orderNumber: "एफ 2-1/2020/1-6", orderOn: "2020-01-02" };

type Ids = ReadonlyMap<string, string>;

/** Every post by its key, with whoever acts in it. */
export type Seats = ReadonlyMap<string, Actor>;

/** Sets up units, posts, people and charges through the product's own commands. */
export async function loadOffice(office: DemonstrationOffice, password: string): Promise<Seats> {
  await setHolidays(
    registrar,
    office.holidays.map(({ date, nameEn, nameHi }) => ({ day: date, nameEn, nameHi })),
  );
  await setConfidential(registrar, { allowed: true, ...confidentialOrder });
  const units = await loadUnits(office.units);
  const designations = await loadDesignations(office);
  const posts = await loadPosts(office, units, designations);
  const employees = await loadEmployees(office, designations);
  await loadCharges(office, posts, employees);
  await grantRoles(office, posts);
  await openAccounts(password);
  return seatsOf(office, { units, posts, employees });
}

async function loadUnits(units: readonly DemonstrationUnit[]): Promise<Ids> {
  const ids = new Map<string, string>();
  const siblings = new Map<string | null, number>();
  for (const unit of units) {
    const number = (siblings.get(unit.parent) ?? 0) + 1;
    siblings.set(unit.parent, number);
    const { id } = await createUnit(registrar, {
      ...unit,
      parentId: unit.parent === null ? undefined : ids.get(unit.parent),
      number: String(number),
      ...(unit.kind === "department" ? mahanadiBhavan : {}),
    });
    ids.set(unit.code, id);
    await loadSubjects(unit, id);
  }
  return ids;
}

const mahanadiBhavan = {
  addressEn: "Mantralaya, Mahanadi Bhavan, Nava Raipur Atal Nagar",
  addressHi: "मंत्रालय, महानदी भवन, नवा रायपुर अटल नगर",
};

async function loadSubjects(unit: DemonstrationUnit, id: string): Promise<void> {
  if (unit.kind !== "section") {
    return;
  }
  const categories = new Set(subjectsOf(unit.code).map(({ category }) => category));
  for (const category of categories) {
    const { nameEn, nameHi } = categoryOf(category);
    await addSubject(registrar, id, { nameEn, nameHi });
  }
}

async function loadDesignations(office: DemonstrationOffice): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const designation of office.designations) {
    ids.set(designation.code, (await createDesignation(registrar, designation)).id);
  }
  return ids;
}

async function loadPosts(office: DemonstrationOffice, units: Ids, designations: Ids): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const post of office.posts) {
    const { id } = await createPost(registrar, {
      unitId: idOf(units, post.unit),
      designationId: idOf(designations, post.designation),
      code: post.key,
      nameEn: post.nameEn,
      nameHi: post.nameHi,
      marking: post.marking,
      reportsToId: post.reportsTo === null ? undefined : ids.get(post.reportsTo),
    });
    ids.set(post.key, id);
  }
  return ids;
}

async function loadEmployees(office: DemonstrationOffice, designations: Ids): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const employee of office.employees) {
    const { id } = await registerEmployee(registrar, {
      code: employee.code,
      salutation: employee.salutationEn,
      nameEn: employee.nameEn,
      nameHi: employee.nameHi,
      gender: employee.gender,
      bornOn: employee.bornOn,
      joinedOn: employee.joinedServiceOn,
      email: employee.email,
      mobile: employee.mobile,
      designationId: designations.get(employee.designation),
      language: employee.preferredLanguage,
    });
    ids.set(employee.code, id);
  }
  return ids;
}

async function loadCharges(office: DemonstrationOffice, posts: Ids, employees: Ids): Promise<void> {
  for (const charge of office.charges) {
    await assignCharge(registrar, {
      postId: idOf(posts, charge.post),
      employeeId: idOf(employees, charge.employee),
      kind: charge.kind,
      fromOn: charge.from,
      untilOn: charge.to ?? undefined,
      orderNumber: "",
    });
  }
}

async function grantRoles(office: DemonstrationOffice, posts: Ids): Promise<void> {
  const grants = office.posts.flatMap((post) =>
    rolesOf(post).map((role) => ({
      id: newId(),
      postId: idOf(posts, post.key),
      role,
      fromOn: "2020-01-01",
    })),
  );
  await insertMany("role_grants", grants);
}

function rolesOf(post: DemonstrationOffice["posts"][number]): readonly Role[] {
  return [...new Set([...rolesOfPost[post.role], ...(extraRoles[post.key] ?? [])])];
}

/** One password for all, hashed once: three hundred hashes would take half a minute. */
async function openAccounts(password: string): Promise<void> {
  await execute("update accounts set password_hash = $hash, must_change = false", {
    hash: await hashPassword(password),
  });
  await insert("parameters", {
    name: "access.second-factor-roles",
    value: "[]", // whoever looks at the demonstration need not bring a phone
    fromOn: "2020-01-01",
  });
}

async function seatsOf(
  office: DemonstrationOffice,
  ids: { units: Ids; posts: Ids; employees: Ids },
): Promise<Seats> {
  const accounts = await rows<{ id: string; employeeId: string }>(
    `select id, employee_id as "employeeId" from accounts`,
  );
  const accountOf = new Map(accounts.map(({ id, employeeId }) => [employeeId, id]));
  const permissions = await permissionsOfPosts();
  return new Map(
    office.posts.map((post) => {
      const charge = office.charges.find((one) => one.post === post.key && one.kind !== "link");
      const employeeId = charge ? idOf(ids.employees, charge.employee) : null;
      const unitId = idOf(ids.units, post.unit);
      const seat: Actor = {
        ...registrar,
        employeeId,
        accountId: (employeeId && accountOf.get(employeeId)) ?? null,
        postId: idOf(ids.posts, post.key),
        unitId,
        charge: charge?.kind ?? "substantive",
        roles: new Set(rolesOf(post)),
        permissions: permissions.get(idOf(ids.posts, post.key)) ?? new Set<string>(),
        coveredUnitIds: post.role === "secretary" || post.role === "officer" ? [unitId] : [],
      };
      return [post.key, seat];
    }),
  );
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) {
    throw new Error(`The demonstration has nothing called ${key}`);
  }
  return id;
}
