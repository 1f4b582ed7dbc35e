import { expect } from "chai";
import { v7 as newId } from "uuid";
import { z } from "zod";
import type { Route } from "../../app/base/index.ts";
import { roleNames } from "../../app/access/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

interface Problem {
  readonly title?: string;
  readonly errors?: readonly { readonly field: string; readonly words: string }[];
}

const least = 10_000;

/** What no field of ours takes, or only some do; a field is given those that it must refuse. */
const wrong: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  99_999_999_999,
  {},
  { $gt: "" },
  [null],
  [[]],
  "",
  "\u0000",
  "क\ud800",
  "x".repeat(10_000),
  "-1",
  "0x10",
  "1e3",
  "NaN",
  "2026-02-30",
  "0000-00-00",
  "32.13.2026",
  "00000000-0000-0000-0000-00000000000g",
  "'; drop table items; --",
  "../../etc/passwd",
  "javascript:alert(1)",
  "<svg onload=alert(1)>",
  "a@",
  "+91 98",
  "10.0.0.0/99",
  "%00",
  "=1+1",
];

describe("Forms filled in wrongly", function () {
  unsandboxed();
  this.timeout(900_000);
  let send: (route: Route, body: object) => Promise<{ status: number; problem: Problem }>;
  let sent = 0;

  before(async () => {
    const officer = await anOfficer({ roles: roleNames });
    const { cookie, csrf } = await visitAs(officer);
    const origin = await siteOrigin();
    send = async ({ method, path }, body) => {
      sent += 1;
      const response = await fetch(origin + path.replace(/:\w+/g, () => newId()), {
        method,
        redirect: "manual",
        headers: {
          cookie,
          accept: "application/json",
          "accept-language": "hi",
          "content-type": "application/json",
          "x-csrf-token": csrf,
        },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, problem: text === "" ? {} : (JSON.parse(text) as Problem) };
    };
  });

  for (const route of allRoutes.filter(({ method, stream }) => method !== "GET" && !stream)) {
    it(`${route.method} ${route.path} answers each with a sentence by the field`, async () => {
      const broken: string[] = [];
      for (const [field, body] of mistakesFor(route)) {
        const { status, problem } = await send(route, body);
        if (!isClear(field, status, problem)) {
          broken.push(`${status} ${JSON.stringify(body).slice(0, 200)} ${JSON.stringify(problem)}`);
        }
      }
      expect(broken).to.deep.equal([]);
    });
  }

  it(`were at least ${least}`, () => {
    expect(sent).to.be.at.least(least);
  });
});

/** Each field wrong in each way that its own rule refuses, alone and among strangers. */
function* mistakesFor(route: Route): Generator<readonly [field: string, body: object]> {
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const fields = Object.entries(shapeOf(route.input)).filter(([name]) => !inPath.has(name));
  for (const [name, field] of fields) {
    for (const value of wrong.filter((one) => one !== "" && !field.safeParse(one).success)) {
      yield [name, { [name]: value }];
      yield [name, { [name]: value, unknown: "field" }];
    }
  }
  for (const name of ["unknown", "isAdmin", "accountId", "constructor"]) {
    if (!inPath.has(name) && !fields.some(([own]) => own === name)) {
      yield [name, { [name]: "x" }];
    }
  }
}

/** Refused as a mistake of this field, with words; or as something that is not there or not his to do. */
function isClear(field: string, status: number, { title, errors }: Problem): boolean {
  const hasTitle = typeof title === "string" && title.trim() !== "";
  if (status !== 422) {
    return hasTitle && [400, 403, 404, 409, 413, 415].includes(status);
  }
  return (
    hasTitle && (errors ?? []).some((error) => error.field.startsWith(field) && error.words !== "")
  );
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}
