import { places } from "../places.ts";
import type { Machine } from "./machine.ts";

/** What a verb of the installed command answers with `--json`; undefined where it cannot be asked. */
export async function askCommand(
  machine: Machine,
  verb: readonly string[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { output } = await machine.ask([places.command, ...verb, "--json"]);
  try {
    const told: unknown = JSON.parse(output);
    return typeof told === "object" && told !== null ? { ...told } : undefined;
  } catch {
    return undefined;
  }
}
