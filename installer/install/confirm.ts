import { createInterface } from "node:readline/promises";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import type { Call } from "../command/verb.ts";
import { words } from "../words.ts";
import { nothingBegun } from "./nothing-begun.ts";

/** Asks before anything is changed; where nobody can answer, `--yes` is needed. */
export async function confirm({ warn }: Pick<Call, "warn">): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Halt(exit.usage, sayYes);
  }
  warn(question);
  const terminal = createInterface({ input: process.stdin });
  const answer = await terminal.question("");
  terminal.close();
  if (!/^(?:y|yes|h|haan|हाँ|हां)$/i.test(answer.trim())) {
    throw new Halt(exit.nothingToDo, nothingBegun);
  }
}

const question = words({
  hi: "क्या स्थापना आरंभ करें? [y/N]",
  en: "Begin the installation? [y/N]",
});
const sayYes = words({
  hi: "बिना पूछे चलाने के लिए --yes दें।",
  en: "Give --yes where nobody can be asked.",
});
