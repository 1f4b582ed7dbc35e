import { get } from "node:http";

/** Who asks: the office by its name, from the address of this server. */
export interface Asker {
  readonly name: string;
  readonly address: string;
}

const asks = 10;

/**
 * Asks a web process for a page a few times, so that there is something to count when the office is asleep. Most must
 * come, whatever they say: what fails is counted by the process itself, silence is not.
 */
export async function answersPeople(port: number, asker: Asker): Promise<boolean> {
  const answers = await Promise.all(Array.from({ length: asks }, () => isAnswered(port, asker)));
  return answers.filter(Boolean).length > asks / 2;
}

/** As nginx asks for somebody: to another name no page is shown, and what is not drawn proves nothing. */
function isAnswered(port: number, { name, address }: Asker): Promise<boolean> {
  const headers = { host: name, "x-forwarded-for": address, "x-forwarded-proto": "https" };
  const signal = AbortSignal.timeout(5_000);
  return new Promise((resolve) => {
    const asked = get({ host: "127.0.0.1", port, path: "/sign-in", headers, signal }, (answer) => {
      answer.resume();
      answer.once("close", () => resolve(answer.complete));
    });
    asked.once("error", () => resolve(false));
  });
}
