import { exit } from "../command/exit-codes.ts";
import type { Call } from "../command/verb.ts";
import { words } from "../words.ts";

const interrupted = words({
  hi: "रोका गया। वही आदेश फिर चलाने पर काम वहीं से आगे बढ़ेगा।",
  en: "Interrupted. Run the same command again and it goes on from there.",
});

/** Whoever presses Ctrl-C, or loses his line, is told how to go on. The programs under way end by themselves. */
export function onInterruption({ warn }: Pick<Call, "warn">): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      warn(interrupted);
      process.exit(exit.interrupted);
    });
  }
}
