import {
  changeLogin,
  findAccountOf,
  joinDirectory,
  linkIdentity,
  setDoor,
} from "../../access/index.ts";
import type { Actor } from "../../base/index.ts";
import {
  changeEmployee,
  findEmployee,
  readParticulars,
  registerEmployees,
} from "../../organisation/index.ts";
import { issuerOf, type Directory } from "../settings.ts";
import type { Difference, TakenOverKind } from "./difference.ts";
import { dismiss } from "./dismiss.ts";
import { draftOf, withoutLogin } from "./draft.ts";

type Apply = (actor: Actor, difference: Difference, directory: Directory) => Promise<void>;

/** Makes the office as the directory says, for the people chosen. The caller compared under lock. */
export async function apply(
  actor: Actor,
  chosen: readonly Difference[],
  directory: Directory,
): Promise<void> {
  for (const difference of chosen) {
    if (difference.kind !== "conflict" && difference.kind !== "new") {
      await ways[difference.kind](actor, difference, directory);
    }
  }
  await enter(
    actor,
    chosen.filter(({ kind }) => kind === "new"),
    directory,
  );
}

const ways: Readonly<Record<Exclude<TakenOverKind, "new">, Apply>> = {
  link: join,
  changed: correct,
  inactive: (actor, difference) => dismiss(actor, difference),
  gone: (actor, difference) => dismiss(actor, difference),
};

/** A whole secretariat may be new at once. */
async function enter(
  actor: Actor,
  newcomers: readonly Difference[],
  directory: Directory,
): Promise<void> {
  const particulars = newcomers.map(({ wanted }) => readParticulars(withoutLogin(wanted)));
  const ids = await registerEmployees(actor, particulars);
  await joinDirectory(
    actor,
    issuerOf(directory),
    newcomers.map(({ subject, wanted: { login } }, place) => ({
      employeeId: ids[place] ?? "",
      subject,
      login,
    })),
  );
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
  await changeEmployee(actor, employeeId, readParticulars(draft));
  await rename(actor, accountId, difference);
}

async function rename(actor: Actor, accountId: string, { wanted }: Difference): Promise<void> {
  if (wanted.login !== undefined) {
    await changeLogin(actor, accountId, wanted.login);
  }
}
