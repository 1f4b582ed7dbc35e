import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import {
  changeLogin,
  findAccountOf,
  grantRole,
  resetPassword,
  type IssuedPassword,
} from "./access/index.ts";
import { now, registrar, row, today, transaction } from "./base/index.ts";
import "./modules.ts";
import {
  assignCharge,
  createDesignation,
  createPost,
  createUnit,
  registerEmployee,
} from "./organisation/index.ts";

const line = z.string().trim().min(1).max(200);
const names = { nameEn: line, nameHi: line };

/** What site.yml says of the first administrator and of the state. */
const Given = z.object({
  state: z.object({ code: line, ...names }),
  employeeCode: line,
  ...names,
  login: line,
  email: z.email(),
  salutation: line.default("Shri"),
  gender: z.enum(["female", "male", "other"]).default("other"),
  bornOn: z.iso.date().default("1980-01-01"),
  joinedOn: z.iso.date().optional(),
  mobile: z.string().default(""),
});
type Given = z.output<typeof Given>;

/** What the installer asks on stdin is answered on stdout, both in JSON. */
export async function firstAdministrator(): Promise<void> {
  const { login, password } = await appointAdministrator(JSON.parse(await readAll(process.stdin)));
  process.stdout.write(`${JSON.stringify({ login, password })}\n`);
}

/**
 * Makes the state, one post that administers and its holder, with a one-time password. Asked again before he ever
 * came in, it gives him a new one; after that it refuses.
 */
export function appointAdministrator(asked: unknown): Promise<IssuedPassword> {
  const given = Given.parse(asked);
  return transaction(async () => {
    await row("select pg_advisory_xact_lock(hashtext('first-administrator'))::text as locked");
    const accountId = (await findUnused(given.employeeCode)) ?? (await makeAdministrator(given));
    return resetPassword(registrar, accountId);
  });
}

/** The account this person was given, while no administrator at all has come in yet. */
async function findUnused(employeeCode: string): Promise<string | undefined> {
  const found = await row<{ accountId: string | null; isUsed: boolean }>(
    `select bool_or(a.last_signed_in_at is not null) as "isUsed",
       (array_agg(a.id) filter (where e.code = $employeeCode))[1] as "accountId"
     from role_grants g join charges c on c.post_id = g.post_id
       join accounts a on a.employee_id = c.employee_id join employees e on e.id = c.employee_id
     where g.role = 'administrator'`,
    { employeeCode },
  );
  if (found?.isUsed) {
    throw new Error("There is an administrator already, who has signed in");
  }
  return found?.accountId ?? undefined;
}

async function makeAdministrator(given: Given): Promise<string> {
  const day = today(now());
  const { id: designationId } = await createDesignation(registrar, { ...seat, rank: 50 });
  const postId = await makePost(given, designationId);
  const { id: employeeId } = await registerEmployee(registrar, {
    ...particularsOf(given),
    joinedOn: given.joinedOn ?? day,
    designationId,
  });
  const charge = { kind: "substantive", fromOn: day, orderNumber: "" } as const;
  await assignCharge(registrar, { postId, employeeId, ...charge });
  await grantRole(registrar, { postId, role: "administrator", fromOn: day });
  const account = await findAccountOf(employeeId);
  await changeLogin(registrar, account.id, given.login);
  return account.id;
}

const seat = {
  code: "SYS-ADMIN",
  nameEn: "System Administrator",
  nameHi: "प्रणाली प्रशासक",
} as const;

async function makePost({ state }: Given, designationId: string): Promise<string> {
  const stateId = (await findState()) ?? (await createUnit(registrar, stateUnit(state))).id;
  const { id: unitId } = await createUnit(registrar, {
    kind: "office",
    code: "SYS",
    nameEn: "System Administration",
    nameHi: "प्रणाली प्रशासन",
    parentId: stateId,
  });
  const post = { ...seat, unitId, designationId, marking: "SA-SYS" };
  return (await createPost(registrar, post)).id;
}

async function findState(): Promise<string | undefined> {
  return (await row<{ id: string }>("select id from units where kind = 'state'"))?.id;
}

function stateUnit({ code, nameEn, nameHi }: Given["state"]) {
  return { kind: "state", code, nameEn, nameHi } as const;
}

function particularsOf({ employeeCode, ...given }: Given) {
  const { salutation, nameEn, nameHi, gender, bornOn, email, mobile } = given;
  return { code: employeeCode, salutation, nameEn, nameHi, gender, bornOn, email, mobile };
}
