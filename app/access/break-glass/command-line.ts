import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { toString as drawn } from "qrcode";
import { formatDateTime } from "../../base/index.ts";
import { armBreakGlass, disarmBreakGlass, NotArmed } from "./arm.ts";

const usage = `Usage:
  break-glass --login NAME --hours 2 --reason "why"   arm an account for at most four hours
  break-glass --disarm [--login NAME]                  end what is armed
`;

type Say = (text: string) => void;

/** What the server's command line asks; returns whether it was done. */
export async function breakGlassCommand(given: readonly string[], say: Say): Promise<boolean> {
  try {
    return await obey(given, say);
  } catch (error) {
    if (error instanceof NotArmed) {
      say(`${error.message}.\n`);
      return false;
    }
    throw error;
  }
}

async function obey(given: readonly string[], say: Say): Promise<boolean> {
  const asked = parse(given);
  const armedBy = userInfo().username;
  if (asked?.disarm) {
    const count = await disarmBreakGlass(armedBy, asked.login);
    say(`Disarmed: ${count}.\n`);
    return true;
  }
  if (!asked?.login || !asked.hours || !asked.reason) {
    say(usage);
    return false;
  }
  const { login, hours, reason } = asked;
  const armed = await armBreakGlass({ login, hours: Number(hours), reason, armedBy });
  const until = formatDateTime(armed.untilAt);
  say(`${await drawn(armed.address, { type: "terminal", small: true })}
Armed until ${until}. This is shown once; sign in at /break-glass.
  login     ${armed.login}
  password  ${armed.password}
  app       ${armed.secret}
            ${armed.address}
`);
  return true;
}

/** Options nobody knows are a slip of the hand; then the usage is shown. */
function parse(given: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    const options = {
      login: text,
      hours: text,
      reason: text,
      disarm: { type: "boolean" },
    } as const;
    return parseArgs({ args: [...given], options }).values;
  } catch {
    return undefined;
  }
}
