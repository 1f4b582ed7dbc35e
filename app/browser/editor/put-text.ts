import { forgeryToken, renewForgeryToken } from "./forgery-token.ts";
import { fetchPageAgain } from "./page-again.ts";

/** What became of a text that was sent to be saved. */
export type Outcome =
  | { readonly kind: "saved"; readonly revision: number; readonly savedAt: string }
  | { readonly kind: "offline" | "signed out" | "conflict" }
  | { readonly kind: "refused"; readonly reason: string };

/** Puts the text at its address. After a new sign-in the page's old token is replaced and it tries again. */
export async function putText(url: string, body: object, leaving: boolean): Promise<Outcome> {
  try {
    const response = await put(url, body, leaving);
    const mayRepeat = response.status === 403 && (await renewToken());
    return await outcomeOf(mayRepeat ? await put(url, body, leaving) : response);
  } catch {
    return { kind: "offline" };
  }
}

async function renewToken(): Promise<boolean> {
  const page = await fetchPageAgain();
  return page !== undefined && renewForgeryToken(forgeryToken(page));
}

function put(url: string, body: object, leaving: boolean): Promise<Response> {
  const text = JSON.stringify(body);
  return fetch(url, {
    method: "PUT",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "x-csrf-token": forgeryToken(),
    },
    body: text,
    // A browser lets a page that is being left send 64 kB and no more.
    keepalive: leaving && text.length < 20_000,
    signal: AbortSignal.timeout(20_000),
  });
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 401 || response.redirected) {
    return { kind: "signed out" };
  }
  if (response.status === 409) {
    return { kind: "conflict" };
  }
  if (response.status >= 500 || response.status === 429) {
    return { kind: "offline" };
  }
  // An acknowledgement that breaks off on the way is none; a refusal is one without its words too.
  const answer = (await response.json().catch((error: unknown) => {
    if (response.ok) {
      throw error;
    }
    return {};
  })) as Partial<Record<string, unknown>>;
  return response.ok
    ? { kind: "saved", revision: Number(answer["revision"]), savedAt: String(answer["savedAt"]) }
    : { kind: "refused", reason: reasonIn(answer) };
}

/** The server's own sentence, which is already in the reader's language. */
function reasonIn(answer: Partial<Record<string, unknown>>): string {
  const errors = answer["errors"];
  const first = Array.isArray(errors) ? (errors[0] as { words?: unknown } | undefined) : undefined;
  const said = [first?.words, answer["detail"], answer["title"]];
  return said.find((sentence) => typeof sentence === "string") ?? "";
}
