import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { text } from "node:stream/consumers";

/** Where the office is and how its certificate is judged. */
export interface Address {
  readonly origin: string;
  /** PEM of the authority that is believed, where it is the appliance's own. */
  readonly authority?: string | undefined;
  /** Connect here whatever the name resolves to: the check runs on the server, which may not know its own name. */
  readonly connectTo?: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** What a step of the walk did not get. */
export class Unexpected extends Error {}

/** A browser in the hands of the trial officer: cookies, forms and the token that guards them. */
export interface Visitor {
  /** A page as a person gets it. */
  open(path: string): Promise<Answer>;
  /** The same page as its properties. */
  read<Shape>(path: string): Promise<Shape>;
  /** Sends a form as a browser would and gives the properties of its answer. */
  send<Shape>(path: string, form: FormData | Readonly<Record<string, string>>): Promise<Shape>;
}

export function visit(address: Address): Visitor {
  const cookies = new Map<string, string>();
  let guard = "";
  const ask = async (path: string, given: Given = {}): Promise<Answer> => {
    const answer = await exchange(address, path, {
      ...given,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    });
    keepCookies(cookies, answer.cookies);
    return answer;
  };
  const send = async <Shape>(path: string, form: FormData | Readonly<Record<string, string>>) => {
    const filled = form instanceof FormData ? form : new URLSearchParams(form);
    filled.set("_csrf", guard);
    const body = new Response(filled);
    const type = body.headers.get("content-type") ?? "";
    const bytes = Buffer.from(await body.arrayBuffer());
    const answer = await ask(path, { accept: "application/json", body: bytes, type });
    guard = await readGuard(ask, guard);
    return propertiesOf<Shape>(path, answer);
  };
  return {
    open: async (path) => {
      const answer = await ask(path);
      guard = guardIn(answer.body) ?? guard;
      return answer;
    },
    read: async <Shape>(path: string) =>
      propertiesOf<Shape>(path, await ask(path, { accept: "application/json" })),
    send,
  };
}

/** Signing in and proving oneself begin a session anew, with another token. */
async function readGuard(ask: (path: string) => Promise<Answer>, guard: string): Promise<string> {
  return (
    guardIn((await ask("/me/security")).body) ?? guardIn((await ask("/password")).body) ?? guard
  );
}

function guardIn(page: string): string | undefined {
  return /name="_csrf"[^>]*value="([^"]+)"/.exec(page)?.[1];
}

function propertiesOf<Shape>(path: string, { status, body }: Answer): Shape {
  if (status >= 400) {
    throw new Unexpected(`${path}: ${status} ${body.slice(0, 300)}`);
  }
  return (body.startsWith("{") ? JSON.parse(body) : {}) as Shape;
}

interface Given {
  readonly accept?: string;
  readonly body?: Buffer;
  readonly type?: string;
  readonly cookie?: string;
}

const longestAnswer = 30_000;

async function exchange(
  { origin, authority, connectTo }: Address,
  path: string,
  { accept = "text/html", body, type, cookie }: Given,
): Promise<Answer & { readonly cookies: readonly string[] }> {
  const url = new URL(path, origin);
  const isSecure = url.protocol === "https:";
  const request = (isSecure ? secureRequest : plainRequest)({
    host: connectTo ?? url.hostname,
    port: url.port || (isSecure ? 443 : 80),
    path: url.pathname + url.search,
    method: body ? "POST" : "GET",
    servername: url.hostname,
    ...(authority === undefined ? {} : { ca: authority }),
    timeout: longestAnswer,
    headers: {
      host: url.host,
      accept,
      "accept-language": "en",
      "user-agent": "secretariat office check",
      ...(cookie ? { cookie } : {}),
      ...(body ? { "content-type": type, "content-length": body.byteLength } : {}),
    },
  });
  return new Promise((resolve, reject) => {
    request.once("timeout", () => request.destroy(new Error("No answer in time")));
    request.once("error", reject);
    request.once("response", (response) => {
      const cookies = response.headers["set-cookie"] ?? [];
      const { location } = response.headers;
      text(response).then(
        (content) =>
          resolve({ status: response.statusCode ?? 0, location, cookies, body: content }),
        reject,
      );
    });
    request.end(body);
  });
}

function keepCookies(cookies: Map<string, string>, given: readonly string[]): void {
  for (const cookie of given) {
    const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) {
      cookies.delete(name);
    } else {
      cookies.set(name, value);
    }
  }
}
