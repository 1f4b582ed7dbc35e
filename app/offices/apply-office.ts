import { transaction, registrar } from "../base/index.ts";
import type { IssuedPassword } from "../access/index.ts";
import { readOffice } from "../directory/index.ts";
import type { OfficeDefinition } from "./definition.ts";
import { keepOfficeRule } from "./office-rule.ts";
import { bringBack } from "./steps/come-back.ts";
import { bringDirectory } from "./steps/directory.ts";
import { bringNetworks } from "./steps/networks.ts";
import { bringAdministrator, bringPeople, refuseForeignMail } from "./steps/people.ts";
import { bringDesignations, bringPosts } from "./steps/posts.ts";
import { bringHolidays, bringLetterhead, bringNumbers } from "./steps/rules.ts";
import { bringUnits } from "./steps/units.ts";
import { takenBack } from "./take-back.ts";
import type { Change, Undertaking } from "./undertaking.ts";

export interface Asked {
  readonly office: OfficeDefinition;
  readonly employees?: { readonly path: string; readonly name: string } | undefined;
  /** Do everything and take it back: what would be done is told, and nothing is. */
  readonly isCheck: boolean;
  /** Nobody has shown yet that the keys to its papers come back; the record says that it came in all the same. */
  readonly despiteEscrow?: boolean;
}

export interface Done {
  readonly changes: readonly Change[];
  /** For the office's administrator, where he had none; shown once and kept nowhere. */
  readonly firstPassword: { readonly login: string; readonly password: string } | null;
}

/** Takes an office from nothing to working, whole or not at all; what stands already is left as it is. */
export async function applyOffice(asked: Asked): Promise<Done> {
  const { office, isCheck } = asked;
  const changes: Change[] = [];
  const entries = office.directory && (await readOffice(office.directory));
  const undertaking = {
    ...asked,
    actor: registrar,
    entries,
    tell: (change: Change) => void changes.push(change),
  };
  const issued = isCheck
    ? await takenBack(() => bringOffice(undertaking))
    : await transaction(() => bringOffice(undertaking));
  const firstPassword = issued ? { login: issued.login, password: issued.password } : null;
  return { changes, firstPassword };
}

async function bringOffice(undertaking: Undertaking): Promise<IssuedPassword | undefined> {
  await bringUnits(undertaking);
  await bringDesignations(undertaking);
  await bringPosts(undertaking);
  await bringLetterhead(undertaking);
  await bringNumbers(undertaking);
  await bringHolidays(undertaking);
  await bringNetworks(undertaking);
  await bringPeople(undertaking);
  await bringBack(undertaking);
  await refuseForeignMail(undertaking);
  await bringDirectory(undertaking);
  await keepOfficeRule(undertaking, "working");
  return bringAdministrator(undertaking);
}
