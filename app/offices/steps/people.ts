import { conflict, now, row, rows, today } from "../../base/index.ts";
import { grantRole, resetPassword, type IssuedPassword } from "../../access/index.ts";
import { takeOverMaster } from "../../organisation/index.ts";
import { idOf, type Undertaking } from "../undertaking.ts";
import { ownUnits } from "../own-units.ts";
import { ownPost } from "./posts.ts";
import { unitIds } from "./units.ts";

/** The people of the office, by the rules of the employee master. */
export async function bringPeople(undertaking: Undertaking): Promise<void> {
  const { actor, employees, isCheck, tell } = undertaking;
  if (!employees) {
    return;
  }
  const { added, changed, postIds } = await takeOverMaster(actor, {
    ...employees,
    keeps: !isCheck,
  });
  await refuseForeignPosts(undertaking, postIds);
  if (added + changed > 0) {
    tell({ step: "people", what: `take over ${employees.name}`, after: `${added} + ${changed}` });
  }
}

/** The master of one office seats nobody in another. */
async function refuseForeignPosts(
  { office }: Undertaking,
  postIds: readonly string[],
): Promise<void> {
  const unitId = idOf(await unitIds(), office.code, "code");
  const foreign = await row<{ code: string }>(
    `select code from posts where id = any($postIds)
       and unit_id not in (${ownUnits("$unitId")}) order by code limit 1`,
    { unitId, postIds },
  );
  if (foreign) {
    throw conflict("The post {code} belongs to another office.", foreign);
  }
}

/** Mail ids of the office end in one of its own domains: a slip here sends papers to strangers. */
export async function refuseForeignMail({ office }: Undertaking): Promise<void> {
  const { domains = [] } = office.mail ?? {};
  const unitId = idOf(await unitIds(), office.code, "code");
  const foreign = await row<{ code: string }>(
    `select e.code from charges c join employees e on e.id = c.employee_id
     join posts p on p.id = c.post_id
     where p.unit_id in (${ownUnits("$unitId")}) and (c.until_on is null or c.until_on >= $day)
       and not (split_part(e.email, '@', 2) = any($domains)) order by e.code limit 1`,
    { unitId, domains: domains.map((one) => one.toLowerCase()), day: today(now()) },
  );
  if (domains.length > 0 && foreign) {
    throw conflict("The e-mail of {code} is not in a domain of this office.", foreign);
  }
}

/** Gives the post the right to administer, and its holder a first password, shown once. */
export async function bringAdministrator({
  actor,
  office,
  isCheck,
  tell,
}: Undertaking): Promise<IssuedPassword | undefined> {
  const { post: code } = office.administrator;
  const standing = await ownPost(office, code);
  const postId = standing?.id ?? idOf(new Map(), code, "administrator");
  if (!standing?.roles.includes("administrator")) {
    await grantRole(actor, { postId, role: "administrator", fromOn: today(now()) });
    tell({ step: "administrator", what: `grant administrator to ${code}` });
  }
  const [waiting] = await rows<{ id: string; login: string }>(withoutPassword, {
    postId,
    day: today(now()),
  });
  if (!waiting) {
    return undefined;
  }
  tell({ step: "administrator", what: `give ${waiting.login} a first password` });
  return isCheck ? undefined : resetPassword(actor, waiting.id);
}

const withoutPassword = `
  select a.id, a.login from charges c join accounts a on a.employee_id = c.employee_id
  where c.post_id = $postId and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)
    and a.password_hash is null and a.door = 'password' and a.disabled_at is null limit 1`;
