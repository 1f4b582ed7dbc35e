import { isDeepStrictEqual } from "node:util";
import { now, record, row, today, transaction, registrar as actor } from "../../base/index.ts";
import { enableAccount, grantRole, resetPassword, type Role } from "../../access/index.ts";
import { letterheadOf, setLetterhead } from "../../drafting/index.ts";
import { declaredSeries, findTemplate, setTemplate } from "../../numbering/index.ts";
import {
  assignCharge,
  createDesignation,
  createPost,
  createUnit,
  registerEmployee,
} from "../../organisation/index.ts";
import type { OfficeDefinition } from "../definition.ts";
import { forgetFactors } from "./forget-factors.ts";
import { ruleOf } from "../steps/rules.ts";
import { unitIds } from "../steps/units.ts";
import { idOf } from "../undertaking.ts";
import { standingPost } from "../steps/posts.ts";

/** What the walk of the trial letter needs to come in. */
export interface TrialDesk {
  readonly login: string;
  readonly password: string;
  readonly postId: string;
  /** What earlier trials that broke off left open at the desk; papers stay where the record keeps them. */
  readonly open: number;
}

const rights: readonly Role[] = [
  "registry",
  "dealing-hand",
  "officer",
  "draft-approver",
  "signatory",
  "close-approver",
];

export const trialCode = (lgd: string): string => `TRIAL-${lgd}`;

/** Makes the trial desk of an office ready: beside the office, so that nothing of it is counted there. */
export function beginTrial(office: OfficeDefinition): Promise<TrialDesk> {
  return transaction(async () => {
    const unitId = await trialUnit(office);
    await writeAsOffice(office, unitId);
    const postId = await trialPost(office, unitId);
    const account = await trialAccount(office, postId);
    if (account.isDisabled) {
      await enableAccount(actor, account.id);
    }
    await forgetFactors(account.id);
    const { login, password } = await resetPassword(actor, account.id);
    await record(actor, "offices.trial-begun", { subject: { type: "unit", id: unitId } });
    return { login, password, postId, open: await openAt(postId) };
  });
}

export async function openAt(postId: string): Promise<number> {
  const found = await row<{ open: number }>("select items_on_desk($postId::uuid) as open", {
    postId,
  });
  return found?.open ?? 0;
}

async function trialUnit(office: OfficeDefinition): Promise<string> {
  const ids = await unitIds();
  const code = trialCode(office.lgd);
  const standing = ids.get(code.toLowerCase());
  if (standing) {
    return standing;
  }
  const { id } = await createUnit(actor, {
    kind: "section",
    code,
    number: "0",
    parentId: idOf(ids, office.parent, "parent"),
    nameEn: `Trial desk: ${office.names.en}`,
    nameHi: `परीक्षण पटल: ${office.names.hi}`,
  });
  return id;
}

/** The trial writes as the office does, but its numbers say that they are of a trial. */
async function writeAsOffice(office: OfficeDefinition, unitId: string): Promise<void> {
  const officeId = idOf(await unitIds(), office.code, "code");
  const lines = await letterheadOf(officeId);
  if (!isDeepStrictEqual(await ruleOf("drafting.letterhead", unitId), lines)) {
    await setLetterhead(actor, { unitId, lines });
  }
  for (const series of declaredSeries()) {
    const { template, year } = await findTemplate(series, officeId);
    const wanted = { template: `TRIAL/${template}`, year };
    if (!isDeepStrictEqual(await ruleOf(`numbering.${series.purpose}`, unitId), wanted)) {
      const unitCode = trialCode(office.lgd);
      const fromOn = today(now());
      await setTemplate(actor, { ...wanted, purpose: series.purpose, unitCode, fromOn });
    }
  }
}

async function trialPost({ lgd }: OfficeDefinition, unitId: string): Promise<string> {
  const code = trialCode(lgd);
  const standing = await standingPost(code);
  const postId = standing?.id ?? (await newPost(code, unitId));
  for (const role of rights.filter((one) => !standing?.roles.includes(one))) {
    await grantRole(actor, { postId, role, fromOn: today(now()) });
  }
  return postId;
}

async function newPost(code: string, unitId: string): Promise<string> {
  const [nameEn, nameHi] = ["Trial officer", "परीक्षण अधिकारी"];
  const known = await row<{ id: string }>("select id from designations where code = 'TRIAL'");
  const { id: designationId } =
    known ?? (await createDesignation(actor, { code: "TRIAL", nameEn, nameHi, rank: 999 }));
  return (await createPost(actor, { unitId, designationId, code, nameEn, nameHi, marking: code }))
    .id;
}

interface TrialAccount {
  readonly id: string;
  readonly isDisabled: boolean;
}

async function trialAccount(office: OfficeDefinition, postId: string): Promise<TrialAccount> {
  const code = trialCode(office.lgd);
  const known = await row<{ id: string }>("select id from employees where code = $code", { code });
  const employeeId = known?.id ?? (await newOfficer(office)).id;
  if (!(await holds(employeeId, postId))) {
    const given = { kind: "substantive", fromOn: today(now()), orderNumber: "" } as const;
    await assignCharge(actor, { postId, employeeId, ...given });
  }
  return accountOf(employeeId);
}

function newOfficer({ lgd, mail }: OfficeDefinition): Promise<{ readonly id: string }> {
  return registerEmployee(actor, {
    code: trialCode(lgd),
    salutation: "Shri",
    nameEn: "Trial Officer",
    nameHi: "परीक्षण अधिकारी",
    gender: "other",
    bornOn: "1980-01-01",
    joinedOn: "2005-07-01",
    email: `trial-${lgd}@${mail?.domains[0] ?? "trial.invalid"}`,
    mobile: `6000${lgd.slice(-6).padStart(6, "0")}`, // nobody is called: the account is shut again
  });
}

async function holds(employeeId: string, postId: string): Promise<boolean> {
  const held = await row(
    `select 1 as one from charges where employee_id = $employeeId and post_id = $postId
       and (until_on is null or until_on >= $day)`,
    { employeeId, postId, day: today(now()) },
  );
  return held !== undefined;
}

export async function accountOf(employeeId: string): Promise<TrialAccount> {
  const account = await row<TrialAccount>(
    `select id, disabled_at is not null as "isDisabled" from accounts where employee_id = $employeeId`,
    { employeeId },
  );
  if (!account) {
    throw new Error("The trial officer has no account");
  }
  return account;
}
