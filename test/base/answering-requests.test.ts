import { expect } from "chai";
import { v7 as newId } from "uuid";
import { config } from "../../app/base/index.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, siteOrigin, visitAs, visitAsStranger } from "../support/visit.ts";

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly requestId: string;
  readonly errors: readonly { field: string; words: string }[];
}

describe("Answering requests", () => {
  sandboxed();

  /** Sends a body exactly as given. */
  async function sendRaw(
    officer: AnOfficer,
    path: string,
    request: { type?: string; body?: BodyInit; headers?: Record<string, string> },
  ) {
    const visit = await visitAs(officer);
    const response = await fetch((await siteOrigin()) + path, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: visit.cookie,
        "x-csrf-token": visit.csrf,
        accept: "application/json",
        ...(request.type ? { "content-type": request.type } : {}),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      problem: () => JSON.parse(text) as Problem,
    };
  }

  const json = (officer: AnOfficer, body: string) =>
    sendRaw(officer, "/folders", { type: "application/json", body });

  it("shows a refused form again with what was typed, in the reader's language", async () => {
    const officer = await anOfficer();
    const long = "क".repeat(61);
    const shown = await (await visitAs(officer, "hi")).post("/folders", { name: long });
    expect(shown.status).to.equal(422);
    expect(shown.$("[name=name]").attr("value")).to.equal(long);
    expect(shown.$("[name=name]").attr("aria-invalid")).to.equal("true");
    expect(shown.text).to.contain("60 या कम अक्षर लिखें।");
  });

  it("tells a program which field is wrong, in the language it asks for", async () => {
    const officer = await anOfficer();
    for (const [language, words] of [
      ["en", "Fill this in."],
      ["hi", "इसे भरें।"],
    ] as const) {
      const program = await programOf(officer, { "accept-language": language });
      const response = await program.post("/folders", {});
      expect(response.headers.get("content-type")).to.contain("application/problem+json");
      const problem = response.json() as Problem;
      expect(problem).to.include({ type: "urn:secretariat:invalid", status: 422 });
      expect(problem.errors).to.deep.equal([{ field: "name", words }]);
      expect(problem.requestId).to.equal(response.headers.get("x-request-id"));
    }
  });

  for (const [what, body, field] of [
    ["an unknown field", '{"name":"a","colour":"red"}', "colour"],
    ["a wrong type", '{"name":7}', "name"],
    ["a list where one is meant", '{"name":["a","b"]}', "name"],
    ["an object where text is meant", '{"name":{"$gt":""}}', "name"],
    ["nothing", '{"name":null}', "name"],
    ["only blanks", '{"name":"  "}', "name"],
    ["characters that cannot be printed", '{"name":"a\\u0007"}', "name"],
    ["text turned around", '{"name":"a\\u202Eb"}', "name"],
    ["what is too long", `{"name":"${"x".repeat(61)}"}`, "name"],
    ["a list for a body", '["name"]', "0"],
  ] as const) {
    it(`refuses ${what} by its field`, async () => {
      const { status, problem } = await json(await anOfficer(), body);
      expect(status).to.equal(422);
      expect(problem().errors.map((error) => error.field)).to.include(field);
    });
  }

  for (const [what, body] of [
    ["broken JSON", '{"name":'],
    ["JSON that is only a word", '"name"'],
    ["a prototype in disguise", '{"name":"a","__proto__":{"admin":true}}'],
    ["nothing at all", ""],
  ] as const) {
    it(`refuses ${what} and goes on`, async () => {
      const { status, problem } = await json(await anOfficer(), body);
      expect(status).to.be.oneOf([400, 422]);
      expect(problem().title).to.match(/\S/);
      expect(({} as Record<string, unknown>)["admin"]).to.equal(undefined);
    });
  }

  it("takes names like constructor for fields that do not exist, and drops __proto__", async () => {
    const officer = await anOfficer();
    const form = new URLSearchParams({ name: "x", ["__proto__"]: "y" });
    expect((await sendRaw(officer, "/folders", { body: form })).status).to.equal(201);
    for (const name of ["constructor", "toString", "a[b]", "a.b", "name[]"]) {
      const form = await sendRaw(officer, "/folders", {
        body: new URLSearchParams({ name: "x", [name]: "y" }),
      });
      expect(form.status, name).to.equal(422);
      expect(form.problem().errors.map(({ field }) => field)).to.deep.equal([name]);
      const query = await (await programOf(officer)).get(`/folders?${encodeURIComponent(name)}=1`);
      expect(query.status, name).to.equal(422);
    }
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it("refuses several values in the address where one is meant", async () => {
    const visit = await visitAs(await anOfficer());
    const answer = await visit.get("/posts/lookup?q=a&q=b");
    expect(answer.status).to.equal(422);
  });

  it("takes fifty of one name in a form", async () => {
    const officer = await anOfficer();
    const body = new URLSearchParams(Array.from({ length: 50 }, () => ["ids", newId()]));
    const answer = await sendRaw(officer, "/items/selection", { body });
    expect(answer.status).to.equal(200);
  });

  it("refuses a body that is too large or of another kind, and answers the next request", async () => {
    const officer = await anOfficer();
    const large = JSON.stringify({ name: "x".repeat(1_200_000) });
    for (const [type, body, status] of [
      ["application/json", large, 413],
      ["application/x-www-form-urlencoded", `name=${"x".repeat(1_200_000)}`, 413],
      ["application/x-www-form-urlencoded", "a=&".repeat(3_000), 413],
      ["text/csv", "a;b", 415],
      ["multipart/form-data; boundary=x", "--x--", 415],
    ] as const) {
      const answer = await sendRaw(officer, "/folders", { type, body });
      expect(answer.status, type).to.equal(status);
      expect(answer.problem().title).to.match(/\S/);
    }
    expect((await json(officer, '{"name":"after"}')).status).to.equal(201);
  });

  it("answers the same for what is not there and what one may not see", async () => {
    const [clerk, stranger] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    const [visit, program] = [await visitAs(stranger), await programOf(stranger)];
    const hiddenPage = await visit.get(`/items/${item.id}/movements`);
    const missingPage = await visit.get(`/items/${newId()}/movements`);
    expect(hiddenPage.status).to.equal(404);
    expect(hiddenPage.$("main").text()).to.equal(missingPage.$("main").text());
    const without = (answer: { json: () => unknown }) => ({
      ...(answer.json() as object),
      requestId: "",
    });
    const hidden = await program.get(`/items/${item.id}/movements`);
    const missing = await program.get(`/items/${newId()}/movements`);
    expect(without(hidden)).to.deep.equal(without(missing));
  });

  it("refuses a write from another site, before reading it", async () => {
    const officer = await anOfficer();
    const body = new URLSearchParams({ name: "x" });
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const answer = await sendRaw(officer, "/folders", { body, headers });
      expect(answer.status).to.equal(403);
      expect(answer.problem().type).to.equal("urn:secretariat:forgery");
    }
  });

  it("refuses a write without the session's own token", async () => {
    const visit = await visitAs(await anOfficer());
    const long = "अ".repeat(32);
    for (const _csrf of [undefined, "", "x", long, visit.csrf.slice(1), `${visit.csrf}x`]) {
      const answer = await visit.post("/folders", { name: "x", _csrf });
      expect(answer.status, String(_csrf)).to.equal(403);
    }
    expect((await visit.post("/folders", { name: "x" })).status).to.equal(303);
  });

  it("speaks the session's language, else the cookie's, else the browser's, else Hindi", async () => {
    const heading = async (headers: Record<string, string>) =>
      (await visitAsStranger("/sign-in", { headers: { accept: "text/html", ...headers } }))
        .$("html")
        .attr("lang");
    expect(await heading({})).to.equal("hi");
    expect(await heading({ "accept-language": "fr, *;q=0.1" })).to.equal("hi");
    expect(await heading({ "accept-language": "en-IN, hi;q=0.5" })).to.equal("en");
    expect(await heading({ "accept-language": "hi, en" })).to.equal("hi");
    expect(await heading({ "accept-language": "hi", cookie: "language=en" })).to.equal("en");
    expect(await heading({ "accept-language": "en", cookie: "language=xx" })).to.equal("en");
    const shown = await (await visitAs(await anOfficer(), "hi")).get("/folders");
    expect(shown.$("html").attr("lang")).to.equal("hi");
  });

  it("begins in the first language of the site where the browser asks for neither", async () => {
    const settings = config();
    const first = settings.LANGUAGE;
    const heading = async (headers: Record<string, string>) =>
      (await visitAsStranger("/sign-in", { headers: { accept: "text/html", ...headers } }))
        .$("html")
        .attr("lang");
    try {
      settings.LANGUAGE = "en";
      expect(await heading({})).to.equal("en");
      expect(await heading({ "accept-language": "fr, *;q=0.1" })).to.equal("en");
      expect(await heading({ "accept-language": "fr" })).to.equal("en");
      expect(await heading({ "accept-language": "hi-IN, en;q=0.5" })).to.equal("hi");
    } finally {
      settings.LANGUAGE = first;
    }
  });

  it("takes a request number from outside only when it looks like one", async () => {
    const given = async (number: string) =>
      (await visitAsStranger("/sign-in", { headers: { "x-request-id": number } })).headers.get(
        "x-request-id",
      );
    expect(await given("0190-abc-def")).to.equal("0190-abc-def");
    for (const number of ["<script>", "Ramesh Sahu", "x".repeat(65), "a"]) {
      expect(await given(number)).to.match(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("The headers of every answer", () => {
  sandboxed();

  for (const [what, path] of [
    ["a page", "/sign-in"],
    ["a page that is not there", "/no/such/page"],
    ["a redirect", "/tray"],
    ["an asset that is not there", "/assets/none.js"],
    ["an asset by a way out of its folder", "/assets/..%2f..%2fpackage.json"],
    ["another way out", "/assets/../../package.json"],
    ["an address that cannot be read", "/items/%E0%A4%A"],
    ["the description of the API", "/openapi.json"],
  ] as const) {
    it(`protect the reader of ${what}`, async () => {
      const { headers, status, text } = await visitAsStranger(path);
      expect(status).to.be.lessThan(500);
      expect(text).not.to.contain('"dependencies"');
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).to.contain("default-src 'none'").and.to.contain("base-uri 'none'");
      expect(policy).not.to.contain("unsafe");
      expect(headers.get("x-content-type-options")).to.equal("nosniff");
      expect(headers.get("cache-control")).to.equal("no-store");
      expect(headers.get("x-powered-by")).to.equal(null);
    });
  }

  it("give each answer a nonce of its own", async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => {
        const { headers } = await visitAsStranger("/sign-in");
        return /nonce-([^']+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
      }),
    );
    expect(new Set(nonces).size).to.equal(3);
  });
});
