import { z } from "zod";
import { runRole } from "../../../secrets/index.ts";
import { words } from "../../../words.ts";
import { reasonIn } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const incomplete = words({
  hi: 'लॉगिन, घंटे (अधिकतम 4) और कारण दें: --login … --hours 2 --reason "…"; समाप्त करने के लिए: --disarm',
  en: 'Give login, hours (4 at most) and the reason: --login … --hours 2 --reason "…"; to end it: --disarm',
});
const refused = words({ hi: "स्वीकार नहीं: {reason}", en: "Refused: {reason}" });

export const breakglass = verb({
  path: ["users", "breakglass"],
  words: {
    hi: "आपात प्रवेश: एक खाते को कुछ घंटों के लिए अनुमति दें, या समाप्त करें",
    en: "Break the glass: let one account in for some hours, or end that",
  },
  options: z.object({
    login: option(z.string().optional(), { hi: "किसका लॉगिन", en: "Whose login" }),
    hours: option(z.coerce.number().positive().max(4).optional(), {
      hi: "कितने घंटे, अधिकतम 4",
      en: "For how many hours, 4 at most",
    }),
    reason: option(z.string().min(5).optional(), {
      hi: "कारण, जो बाद में पढ़ा जाएगा",
      en: "The reason, for whoever reads it later",
    }),
    disarm: option(z.boolean().default(false), {
      hi: "दी गई अनुमति समाप्त करें",
      en: "End what was allowed",
    }),
  }),
  needsRoot: true,
  async run({ options, say, answer }) {
    const { code, output, errors } = await runRole({
      name: "break-glass",
      arguments: argumentsOf(options),
    });
    const lines = output.split("\n").filter((line) => !line.startsWith('{"level"'));
    if (code !== 0) {
      throw new Halt(exit.failed, refused, { reason: lines.join(" ").trim() || reasonIn(errors) });
    }
    lines.forEach((line) => say(line));
    answer({ disarmed: options.disarm, login: options.login ?? null });
    return exit.ok;
  },
});

interface Given {
  readonly login?: string | undefined;
  readonly hours?: number | undefined;
  readonly reason?: string | undefined;
  readonly disarm: boolean;
}

/** Who stands at the server is in the reason: the program itself only sees its own user. */
function argumentsOf({ login, hours, reason, disarm }: Given): readonly string[] {
  const named = login === undefined ? [] : ["--login", login];
  if (disarm) {
    return ["--disarm", ...named];
  }
  if (login === undefined || hours === undefined || reason === undefined) {
    throw new Halt(exit.usage, incomplete);
  }
  const person = process.env["SUDO_USER"] ?? "root";
  return [...named, "--hours", String(hours), "--reason", `${reason} (${person})`];
}
