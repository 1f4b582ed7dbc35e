import { runRole } from "../secrets/index.ts";
import { words } from "../words.ts";
import { exit } from "./exit-codes.ts";
import { Halt } from "./halt.ts";

const refused = words({ hi: "कार्यक्रम ने मना किया: {reason}", en: "The program refused: {reason}" });

/** Runs the product in a role as its own user and reads the line of JSON it answers with. */
export async function askProduct(
  name: string,
  given: readonly string[],
  timeoutSeconds?: number,
): Promise<Readonly<Record<string, unknown>>> {
  const { code, output, errors } = await runRole({
    name,
    arguments: given,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  });
  const told = output
    .split("\n")
    .findLast((line) => line.startsWith("{") && !line.includes('"level"'));
  if (code !== 0 || told === undefined) {
    throw new Halt(exit.failed, refused, { reason: reasonIn(`${output}\n${errors}`) });
  }
  return JSON.parse(told) as Readonly<Record<string, unknown>>;
}

/** The sentence of the last line of its log. */
export function reasonIn(said: string): string {
  const last = said.trim().split("\n").at(-1) ?? "";
  try {
    const line = JSON.parse(last) as { msg?: string; err?: { message?: string } };
    return line.err?.message ?? line.msg ?? last;
  } catch {
    return last;
  }
}
