import { z } from "zod";
import { now } from "../clock.ts";
import { execute, row, transaction } from "../database.ts";
import { done, type Answer } from "./answer.ts";

interface Kept {
  readonly location: string;
  readonly properties: object;
}

const Token = z.uuid();

/**
 * Does the work of a form at most once. A form carries a token; sent twice, by a double click or after
 * the back button, it is answered as the first time. A refused form leaves the token unused.
 */
export async function once(
  given: unknown,
  accountId: string | null,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const token = Token.safeParse(given);
  if (!token.success) {
    return work();
  }
  return transaction(async () => {
    const taken = await row(
      `insert into submissions (token, account_id, at) values ($token, $account, $at)
       on conflict (token) do nothing returning token`,
      { token: token.data, account: accountId, at: now() },
    );
    return taken ? keep(token.data, await work()) : repeat(token.data, accountId);
  });
}

async function keep(token: string, answer: Answer): Promise<Answer> {
  if (answer.kind === "done") {
    await execute(
      "update submissions set location = $to, properties = $properties where token = $token",
      { token, to: answer.to, properties: JSON.stringify(answer.properties) },
    );
  }
  return answer;
}

async function repeat(token: string, accountId: string | null): Promise<Answer> {
  const kept = await row<Kept>(
    `select location, properties from submissions
     where token = $token and account_id is not distinct from $account and location is not null`,
    { token, account: accountId },
  );
  return done(kept?.location ?? "/", kept?.properties ?? {});
}
