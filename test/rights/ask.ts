import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { endSession, readSession, startSession, type Route } from "../../app/base/index.ts";
import { siteOrigin } from "../support/visit.ts";
import { kindOf, type KindName } from "./kinds.ts";
import type { World } from "./world.ts";

export type Asked = "browser" | "program";

export interface Question {
  readonly kind: KindName;
  readonly as: Asked;
  readonly method: Route["method"];
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** A file that goes along. */
  readonly upload: Buffer | undefined;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

const agents = {
  "127.0.0.1": new Agent({ keepAlive: true }),
  "127.0.0.2": new Agent({ keepAlive: true }),
};

/** Asks as a browser or a program of this kind would; each browser has a session of its own. */
export async function ask(world: World, question: Question): Promise<Reply> {
  const { as, kind } = question;
  if (as === "program") {
    return send(question, programHeaders(world, kind));
  }
  const officer = world.cast.people.get(kind);
  if (!officer) {
    const cookie = kind === "forged session" ? { cookie: `session=${"x".repeat(43)}` } : {};
    return send(question, { accept: "text/html", ...cookie });
  }
  const { accountId } = officer;
  const acting = {
    accountId,
    actingPostId: world.cast.holder.postId,
    language: "en",
    provedAt: kindOf(kind).isStale ? null : Date.now(),
    secondFactor: kind !== "holder who owes his second factor",
  } as const;
  const own =
    kindOf(kind).relation === "holds" ? acting : { ...acting, actingPostId: officer.postId };
  const token = await startSession(isLate(kind) ? acting : own);
  const session = await readSession(token);
  try {
    return await send(question, {
      accept: "text/html",
      cookie: `session=${token}`,
      "x-csrf-token": session?.csrf ?? "",
    });
  } finally {
    await (session && endSession(session));
  }
}

/** His browser still says that he acts for the post he has no more, or not yet. */
function isLate(kind: KindName): boolean {
  return kind.startsWith("link officer whose") || kind === "predecessor in the post";
}

function programHeaders({ cast, tokens }: World, kind: KindName): Record<string, string> {
  const token = tokens.get(kind);
  return {
    accept: "application/json",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(kind === "program that names another's post"
      ? { "x-acting-post": cast.holder.postId }
      : {}),
  };
}

async function send(question: Question, headers: Record<string, string>): Promise<Reply> {
  const { body, type } = await bodyOf(question);
  const place = question.kind === "holder from another network" ? "127.0.0.2" : "127.0.0.1";
  const url = new URL((await siteOrigin()) + question.path);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        agent: agents[place],
        localAddress: place,
        method: question.method,
        headers: {
          ...headers,
          "accept-encoding": "identity",
          ...question.headers,
          ...(body ? { "content-type": type, "content-length": body.length } : {}),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => resolve(replyOf(answer, chunks)));
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

function replyOf(
  answer: { readonly statusCode?: number | undefined; readonly headers: IncomingHttpHeaders },
  chunks: readonly Buffer[],
): Reply {
  return {
    status: answer.statusCode ?? 0,
    text: Buffer.concat(chunks).toString("utf8"),
    location: decodeURIComponent(answer.headers.location ?? ""),
  };
}

interface Body {
  readonly body: Buffer | undefined;
  readonly type: string;
}

async function bodyOf({ as, headers, method, upload, values }: Question): Promise<Body> {
  const type = headers["content-type"];
  if (type) {
    return { body: Buffer.from("0123456789"), type };
  }
  if (method === "GET" || method === "DELETE") {
    return { body: undefined, type: "" };
  }
  if (upload) {
    const form = new FormData();
    for (const [name, value] of fieldsOf(values)) {
      form.append(name, value);
    }
    form.append("files", new Blob([Buffer.from(upload)]), "letter.pdf");
    const whole = new Response(form);
    const multipart = whole.headers.get("content-type") ?? "";
    return { body: Buffer.from(await whole.arrayBuffer()), type: multipart };
  }
  return as === "program"
    ? { body: Buffer.from(JSON.stringify(values)), type: "application/json" }
    : {
        body: Buffer.from(new URLSearchParams(fieldsOf(values)).toString()),
        type: "application/x-www-form-urlencoded",
      };
}

export function fieldsOf(values: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
}
