import { changeLogin, findAccountOf, linkIdentity, setDoor } from "../../access/index.ts";
import type { Actor } from "../../base/index.ts";
import {
  changeEmployee,
  findEmployee,
  judgeEmployee,
  registerEmployee,
  type EmployeeParticulars,
} from "../../organisation/index.ts";
import { issuerOf, type Directory } from "../settings.ts";
import type { Difference, TakenOverKind } from "./difference.ts";
import { dismiss } from "./dismiss.ts";
import { draftOf, withoutLogin } from "./draft.ts";

type Apply = (actor: Actor, difference: Difference, directory: Directory) => Promise<void>;

/** Makes the office as the directory says, for one person. The caller compared under lock. */
export async function apply(
  actor: Actor,
  difference: Difference,
  directory: Directory,
): Promise<void> {
  if (difference.kind !== "conflict") {
    await ways[difference.kind](actor, difference, directory);
  }
}

const ways: Readonly<Record<TakenOverKind, Apply>> = {
  new: enter,
  link: join,
  changed: correct,
  inactive: (actor, difference) => dismiss(actor, difference),
  gone: (actor, difference) => dismiss(actor, difference),
};

async function enter(actor: Actor, difference: Difference, directory: Directory): Promise<void> {
  const particulars = await particularsOf(difference.wanted);
  const { id: employeeId } = await registerEmployee(actor, particulars);
  const { id: accountId } = await findAccountOf(employeeId);
  await join(actor, { ...difference, employeeId, accountId }, directory);
  await rename(actor, accountId, difference);
}

/** From now on the person comes in by the directory, and by no password of ours. */
async function join(actor: Actor, difference: Difference, directory: Directory): Promise<void> {
  const { accountId, employeeId, subject } = difference;
  if (accountId === null || employeeId === null) {
    throw new Error("Only somebody with an account can be linked");
  }
  await linkIdentity(actor, accountId, { issuer: issuerOf(directory), subject });
  const { door } = await findAccountOf(employeeId);
  if (door !== "directory") {
    await setDoor(actor, accountId, "directory");
  }
}

async function correct(actor: Actor, difference: Difference): Promise<void> {
  const { accountId, employeeId, wanted } = difference;
  if (accountId === null || employeeId === null) {
    throw new Error("Only somebody who is entered can be corrected");
  }
  const stands = await findEmployee(employeeId);
  const draft = { ...draftOf(stands), ...withoutLogin(wanted), code: stands.code };
  await changeEmployee(actor, employeeId, await particularsOf(draft, employeeId));
  await rename(actor, accountId, difference);
}

async function rename(actor: Actor, accountId: string, { wanted }: Difference): Promise<void> {
  if (wanted.login !== undefined) {
    await changeLogin(actor, accountId, wanted.login);
  }
}

async function particularsOf(
  draft: Difference["wanted"],
  exceptId?: string,
): Promise<EmployeeParticulars> {
  const { particulars } = await judgeEmployee(withoutLogin(draft), exceptId);
  if (!particulars) {
    throw new Error("Nothing is taken over that was not found right");
  }
  return particulars;
}
