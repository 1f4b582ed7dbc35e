import { randomUUID } from "node:crypto";
import type { Cast, Person } from "./cast.ts";

export interface Request {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

export interface Turn {
  readonly client: number;
  readonly round: number;
}

/** One thing people do, as the requests their window sends; several requests count as one operation. */
export interface Operation {
  readonly name: string;
  readonly kind: "page" | "write";
  readonly requests: (cast: Cast, turn: Turn) => readonly Request[];
}

export const operations: readonly Operation[] = [
  { name: "tray", kind: "page", requests: ({ busy }) => [page(busy, "/tray")] },
  {
    name: "file page",
    kind: "page",
    requests: ({ busy, longFileId }) => [page(busy, `/files/${longFileId}`)],
  },
  { name: "add note and send", kind: "write", requests: addNoteAndSend },
  { name: "diarise", kind: "write", requests: diarise },
];

/** Every file of the section goes up to its head, then every one comes back, and so on. */
function addNoteAndSend(cast: Cast, { client, round }: Turn): readonly Request[] {
  const { fileIds, hand, head } = orFail(cast.sections[client]);
  const fileId = orFail(fileIds[round % fileIds.length]);
  const isUp = Math.floor(round / fileIds.length) % 2 === 0;
  const [from, to] = isUp ? [hand, head] : [head, hand];
  return [
    write(from, { method: "PUT", path: `/files/${fileId}/draft-note`, status: 200, body: note }),
    write(from, {
      method: "POST",
      path: `/items/${fileId}/movements`,
      status: 200,
      body: { toPostId: to.postId, actionAsked: "approval", remarks: "कृपया अवलोकन करें" },
    }),
  ];
}

const words = (text: string): object => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});
const note = {
  revision: 0,
  body: {
    type: "doc",
    content: [
      words("प्रकरण का परीक्षण किया गया। मुआवजा राशि रुपये 4,57,000 के भुगतान हेतु प्रस्ताव प्रस्तुत है।"),
      words("The amount is available under head 2053. Put up for orders."),
    ],
  },
};

/** Paper mail: what follows an upload depends on its bytes, and would be measured as disk and PDF. */
function diarise(cast: Cast, { client }: Turn): readonly Request[] {
  const { registry } = orFail(cast.sections[client]);
  const body = {
    nature: "physical",
    subject: "ग्राम सेजबहार में भू-अर्जन का मुआवजा",
    deliveryMode: "speed_post",
    letterNumber: randomUUID(),
    senderType: "district",
    senderName: "कलेक्टर, रायपुर",
    mainCategory: "land",
  };
  return [write(registry, { method: "POST", path: "/receipts", status: 201, body })];
}

function page(reader: Person, path: string): Request {
  const headers = { cookie: reader.cookie, accept: "text/html" };
  return { method: "GET", path, headers, status: 200 };
}

/** As a page's script sends it; what a form posts is safe against a second sending. */
function write(
  writer: Person,
  { body, ...rest }: Pick<Request, "method" | "path" | "status"> & { readonly body: object },
): Request {
  return {
    ...rest,
    body: JSON.stringify(body),
    headers: {
      cookie: writer.cookie,
      accept: "application/json",
      "content-type": "application/json",
      "x-csrf-token": writer.csrf,
      ...(rest.method === "POST" ? { "idempotency-key": randomUUID() } : {}),
    },
  };
}

function orFail<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("There are fewer sections than clients");
  }
  return value;
}
