import { conflict, now, rows, today } from "../../base/index.ts";
import { grantRole, type Role } from "../../access/index.ts";
import {
  changePost,
  createDesignation,
  createPost,
  listDesignations,
} from "../../organisation/index.ts";
import type { OfficeDefinition } from "../definition.ts";
import { isOwn, refuseForeignUnit } from "../own-units.ts";
import { idOf, type Undertaking } from "../undertaking.ts";
import { unitIds } from "./units.ts";

type Wanted = OfficeDefinition["posts"][number];

/** Designations that are not there yet; one that stands keeps its names, for it belongs to the whole state. */
export async function bringDesignations({ actor, office, tell }: Undertaking): Promise<void> {
  const standing = new Set((await listDesignations()).map(({ code }) => code.toLowerCase()));
  const missing = office.designations.filter(({ code }) => !standing.has(code.toLowerCase()));
  for (const { code, names, rank, class: group } of missing) {
    await createDesignation(actor, {
      code,
      rank,
      nameEn: names.en,
      nameHi: names.hi,
      ...(group === undefined ? {} : { class: group }),
    });
    tell({ step: "designations", what: `create ${code}`, after: names.en });
  }
}

/** Posts first, then who reports to whom: a file may name them in any order. */
export async function bringPosts(undertaking: Undertaking): Promise<void> {
  const units = await unitIds();
  const ranks = new Map((await listDesignations()).map(({ code, id }) => [code.toLowerCase(), id]));
  for (const wanted of undertaking.office.posts) {
    await bringPost(undertaking, wanted, { units, ranks });
  }
  for (const wanted of undertaking.office.posts) {
    await settlePost(undertaking, wanted);
    await bringRights(undertaking, wanted);
  }
}

interface Known {
  readonly units: ReadonlyMap<string, string>;
  readonly ranks: ReadonlyMap<string, string>;
}

async function bringPost(
  { actor, office, tell }: Undertaking,
  { code, unit, designation, names, marking }: Wanted,
  { units, ranks }: Known,
): Promise<void> {
  if (await ownPost(office, code)) {
    return;
  }
  const unitCode = unit ?? office.code;
  const unitId = idOf(units, unitCode, "posts");
  await refuseForeignUnit(idOf(units, office.code, "code"), { id: unitId, code: unitCode });
  const designationId = idOf(ranks, designation, "posts");
  const [nameEn, nameHi] = [names.en, names.hi];
  await createPost(actor, { unitId, designationId, code, nameEn, nameHi, marking });
  tell({ step: "posts", what: `create ${code}`, after: `${names.en} (${marking})` });
}

async function settlePost({ actor, tell }: Undertaking, wanted: Wanted): Promise<void> {
  const standing = await standingPost(wanted.code);
  if (!standing) {
    return;
  }
  const { names, marking, reportsTo } = wanted;
  const before = textOf(standing);
  const given = {
    nameEn: names.en,
    nameHi: names.hi,
    marking,
    reportsTo: reportsTo ?? standing.reportsTo,
  };
  if (before === textOf(given)) {
    return;
  }
  const reportsToId = given.reportsTo ? (await standingPost(given.reportsTo))?.id : undefined;
  if (given.reportsTo && reportsToId === undefined) {
    idOf(new Map(), given.reportsTo, "posts");
  }
  await changePost(actor, standing.id, { ...given, reportsToId });
  tell({ step: "posts", what: `change ${wanted.code}`, before, after: textOf(given) });
}

async function bringRights({ actor, tell }: Undertaking, { code, roles }: Wanted): Promise<void> {
  const standing = await standingPost(code);
  for (const role of standing ? roles.filter((one) => !standing.roles.includes(one)) : []) {
    await grantRole(actor, { postId: standing?.id ?? "", role, fromOn: today(now()) });
    tell({ step: "rights", what: `grant ${role} to ${code}` });
  }
}

interface Standing {
  readonly id: string;
  readonly unitId: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly marking: string;
  readonly reportsTo: string | null;
  readonly roles: readonly Role[];
}

function textOf(post: Pick<Standing, "nameEn" | "nameHi" | "marking" | "reportsTo">): string {
  return [post.nameEn, post.nameHi, post.marking, post.reportsTo ?? ""].join(" | ");
}

/** The same where it belongs to the office: the file of one office changes no post of another and gives it no right. */
export async function ownPost(
  office: OfficeDefinition,
  code: string,
): Promise<Standing | undefined> {
  const standing = await standingPost(code);
  const officeId = idOf(await unitIds(), office.code, "code");
  if (standing && !(await isOwn(officeId, standing.unitId))) {
    throw conflict("The post {code} belongs to another office.", { code });
  }
  return standing;
}

/** The open post of this code, with the rights it has today. */
export async function standingPost(code: string): Promise<Standing | undefined> {
  const [found] = await rows<Standing>(
    `select p.id, p.unit_id as "unitId", p.name_en as "nameEn", p.name_hi as "nameHi", p.marking, s.code as "reportsTo",
       array(select distinct g.role from role_grants g where g.post_id = p.id
         and g.from_on <= $day and (g.until_on is null or g.until_on >= $day)) as roles
     from posts p left join posts s on s.id = p.reports_to_id
     where p.code = $code and p.closed_on is null`,
    { code, day: today(now()) },
  );
  return found;
}
