import { expect } from "chai";
import { v7 as newId } from "uuid";
import { z } from "zod";
import type { Method, Route } from "../../app/base/index.ts";
import { roleNames } from "../../app/access/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { aDraft } from "../support/draft-builders.ts";
import { aFile } from "../support/file-builders.ts";
import { aDocument, aReceipt } from "../support/receipt-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { programOf, siteOrigin, visitAs } from "../support/visit.ts";

const cursor = (...parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");
const someId = newId();

/** What people, programs and attackers put into fields. */
const strange: readonly unknown[] = [
  "क\u0000ख",
  "क\ud800",
  "क\u202eख",
  "%_\\'\"",
  "ष्ट्र".repeat(60),
  "0000-01-01",
  "9999-12-31",
  "2026-02-30",
  "99999999999",
  "1e300",
  -1,
  99_999_999_999,
  {},
  [],
  [[[]]],
  [null],
  null,
  true,
  someId,
  cursor("क\u0000", someId),
  cursor("9999-99-99 99:99:99+99", someId),
  cursor("2026-02-31", someId),
  "2026 (x)~------------------------------------",
  "9999-99-99T99:99:99Z~00000000-0000-0000-0000-000000000000",
  `2026 (x)~${someId}`,
];

/** Among these one usually fits a field that must be filled. */
const usual: readonly unknown[] = ["2027-01-04", "1", "hi", "क", "a@b.example", "9826000000"];

describe("Every route, given what nobody should send", function () {
  unsandboxed();
  this.timeout(600_000);
  let program: Awaited<ReturnType<typeof programOf>>;
  let ids: readonly string[] = [];

  before(async () => {
    const officer = await anOfficer({ roles: roleNames });
    const other = await anOfficer({ unit: await aUnit() });
    const file = await aFile(officer);
    const { item } = await aReceipt(officer);
    const draft = await aDraft(officer, { itemId: file.id });
    const document = await aDocument(officer);
    ids = [file.id, item.id, draft.id, document.id, other.postId, other.unitId, someId];
    program = await programOf(officer);
  });

  for (const route of allRoutes.filter(({ path }) => !isLasting(path))) {
    it(`${route.method} ${route.path}`, async () => {
      const broken: string[] = [];
      for (const values of trials(route, ids)) {
        const { method, path, body } = requestOf(route, values);
        const { status } = await send(method, path, body);
        if (status === 500) {
          broken.push(`${path} ${JSON.stringify(body)?.slice(0, 300) ?? ""}`);
        }
      }
      expect(broken).to.deep.equal([]);
    });
  }

  it("refuses JSON nested deeper than anybody writes", async () => {
    const nested = `{"ids":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    const { cookie, csrf } = await visitAs(await anOfficer());
    const { status } = await fetch(`${await siteOrigin()}/items/movements`, {
      method: "POST",
      headers: {
        cookie,
        accept: "application/json",
        "x-csrf-token": csrf,
        "content-type": "application/json",
        "idempotency-key": newId(),
      },
      body: nested,
    });
    expect(status).to.equal(400);
  });

  function send(method: Method, path: string, body: object | undefined) {
    const verbs = {
      GET: "get",
      POST: "post",
      PUT: "put",
      DELETE: "remove",
      PATCH: "patch",
    } as const;
    return program[verbs[method]](path, body);
  }
});

/** Sign-in counts failures; first passwords are hashed one by one. */
function isLasting(path: string): boolean {
  return ["/accounts/first-passwords"].includes(path);
}

type Values = Readonly<Record<string, unknown>>;

/** Each kind of id in the path; then each field strange in turn, the others as they should be. */
function* trials(route: Route, ids: readonly string[]): Generator<Values> {
  const fields = Object.entries(shapeOf(route.input));
  for (const id of ids) {
    const fitting = Object.fromEntries(
      fields.flatMap(([name, field]) => {
        const value = [id, ...optionsOf(field), ...usual].find(
          (one) => field.safeParse(one).success && !field.safeParse(undefined).success,
        );
        return value === undefined ? [] : [[name, value]];
      }),
    );
    yield fitting;
    if (id === ids[0] || route.path.includes("drafts")) {
      for (const [name, field] of fields) {
        for (const value of strange.filter((one) => reaches(field, one))) {
          yield { ...fitting, [name]: value };
        }
      }
    }
  }
}

function reaches(field: z.ZodType, value: unknown): boolean {
  return field.safeParse(value).success;
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}

function optionsOf(field: z.ZodType): readonly unknown[] {
  return field instanceof z.ZodEnum ? field.options : [];
}

function requestOf(route: Route, values: Values) {
  const own = new Map(Object.entries(values));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = own.get(name);
    own.delete(name);
    return encodeURIComponent(
      (typeof value === "string" ? value : JSON.stringify(value ?? "x")).toWellFormed(),
    );
  });
  if (route.method === "GET") {
    const query = new URLSearchParams();
    for (const [name, value] of own) {
      for (const one of [value].flat()) {
        query.append(name, String(one));
      }
    }
    return { method: route.method, path: `${path}?${query}`, body: undefined };
  }
  return { method: route.method, path, body: Object.fromEntries(own) };
}
