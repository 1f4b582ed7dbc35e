import { v7 as newId } from "uuid";
import { insert, log, nobody, now, record, sealColumn, transaction } from "../../base/index.ts";
import { findAccountByLogin } from "../account.ts";
import { oneTimePassword } from "../one-time-password.ts";
import { hashPassword } from "../password.ts";
import { noAccount } from "../sign-in.ts";
import { addressOf, newSecret } from "../second-factor/totp.ts";
import { endArmings, secretPlace } from "./arming.ts";

const mostHours = 4;

/** Whoever stands at the server is no account of ours; the record says whom the system knows. */
const commandLine = nobody;

export interface ToArm {
  readonly login: string;
  readonly hours: number;
  readonly reason: string;
  /** Who stands at the server's command line, as the system knows him. */
  readonly armedBy: string;
}

/** What is shown once, at the command line. */
export interface Armed {
  readonly login: string;
  readonly password: string;
  readonly secret: string;
  /** For the square that an app reads. */
  readonly address: string;
  readonly untilAt: Date;
}

/** Why it was not armed, in a sentence for the command line. */
export class NotArmed extends Error {}

/** Lets one account break the glass for some hours. Everybody who administers is told. */
export async function armBreakGlass(given: ToArm): Promise<Armed> {
  try {
    return await arm(given);
  } catch (error) {
    if (error instanceof NotArmed) {
      await recordRefusal(given, error.message);
    }
    throw error;
  }
}

async function arm({ login, hours, reason, armedBy }: ToArm): Promise<Armed> {
  refuseUnfit(hours, reason);
  const account = await findAccountByLogin(login);
  if (!account || account.disabledAt) {
    throw new NotArmed(`There is no account ${login} that may sign in`);
  }
  const [id, password, secret] = [newId(), oneTimePassword(), newSecret()];
  const untilAt = new Date(now().getTime() + hours * 3_600_000);
  const passwordHash = await hashPassword(password);
  await transaction(async () => {
    await endArmings(account.id);
    await insert("break_glass_armings", {
      id,
      accountId: account.id,
      reason,
      armedBy,
      untilAt,
      passwordHash,
      armedAt: now(),
      secret: sealColumn(secretPlace, id, secret),
    });
    await record(commandLine, "access.break-glass-armed", {
      subject: { type: "account", id: account.id },
      detail: { armingId: id, login: account.login, reason, armedBy, untilAt },
    });
  });
  log.warn({ armingId: id, untilAt }, "Break-glass access is armed");
  return { login: account.login, password, secret, address: addressOf(secret, login), untilAt };
}

function refuseUnfit(hours: number, reason: string): void {
  if (!(hours > 0 && hours <= mostHours)) {
    throw new NotArmed(`Arm for more than 0 and at most ${mostHours} hours`);
  }
  if (reason.trim().length < 5) {
    throw new NotArmed("Give the reason, in words that a later reader understands");
  }
}

/** Ends what is armed, for one login or for all; the sessions end with it. */
export function disarmBreakGlass(armedBy: string, login?: string): Promise<number> {
  return transaction(async () => {
    const account = login === undefined ? undefined : await findAccountByLogin(login);
    if (login !== undefined && !account) {
      throw new NotArmed(`There is no account ${login}`);
    }
    const ended = await endArmings(account?.id ?? null);
    for (const accountId of ended) {
      await record(commandLine, "access.break-glass-disarmed", {
        subject: { type: "account", id: accountId },
        detail: { armedBy },
      });
    }
    log.warn({ count: ended.length }, "Break-glass access is disarmed");
    return ended.length;
  });
}

async function recordRefusal({ login, armedBy }: ToArm, why: string): Promise<void> {
  const account = await findAccountByLogin(login);
  await transaction(() =>
    record(commandLine, "access.break-glass-not-armed", {
      subject: { type: "account", id: account?.id ?? noAccount },
      detail: { login: login.slice(0, 100), armedBy, why },
    }),
  );
  log.warn("Break-glass access was asked for and not armed");
}
