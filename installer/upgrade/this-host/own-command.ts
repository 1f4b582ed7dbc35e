import { join } from "node:path";
import { lockHolder } from "../../command/lock.ts";
import { capture, type Ran } from "../../host/index.ts";

/** Runs a verb of another release's command as part of this one: it may work under the lock we hold. */
export function runCommandOf(
  release: string,
  verb: readonly string[],
  timeoutSeconds = 600,
): Promise<Ran> {
  const program = [
    join(release, "runtime/bin/node"),
    join(release, "build/installer/command/main.js"),
  ];
  const env = { [lockHolder]: String(process.pid) };
  return capture([...program, ...verb], { timeoutSeconds, env });
}
