import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Koa from "koa";
import { v7 as newId } from "uuid";
import { startSession } from "../../app/base/index.ts";
import { hashPassword } from "../../app/access/index.ts";
import { ownAddress } from "../../app/access/own-address.ts";
import { allRoutes } from "../../app/modules.ts";
import { boundary } from "../../app/web/boundary.ts";
import { webApplication } from "../../app/web.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";
import { askExactly, type Asked } from "./secure-office.ts";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const strangeVerbs = ["OPTIONS", "TRACE", "PROPFIND", "SEARCH", "LINK", "MKCOL", "PURGE"];

/** What thieves write where an address of our own is expected. */
const elsewhere: readonly string[] = [
  ..."https://evil.example http://evil.example //evil.example ///evil.example ////evil.example /\\evil.example \\/evil.example \\\\evil.example".split(
    " ",
  ),
  ..."https:evil.example https:/evil.example HTTPS://evil.example ftp://evil.example evil.example @evil.example .evil.example ?//evil.example #//evil.example".split(
    " ",
  ),
  ..."javascript:alert(1) JaVaScRiPt:alert(1) data:text/html,x vbscript:x file:///etc/passwd blob:x about:blank view-source:x".split(
    " ",
  ),
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\nset-cookie: a=b",
  "\t//evil.example",
  " //evil.example",
  "\u0000//evil.example",
  "//localhost@evil.example",
  "/／evil.example",
  "/。evil.example",
];

describe("Requests made by hand", () => {
  sandboxed();
  let server: Server;
  before(async () => {
    server = createServer(webApplication());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  after(() => server.close());

  const ask = (path: string, asked: Asked) =>
    askExactly((server.address() as AddressInfo).port, path, {
      ...asked,
      headers: { host: "localhost", ...asked.headers },
    });

  it("by a method that no route knows come to nothing", async function () {
    this.timeout(60_000);
    const { accountId, postId } = await anOfficer();
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    const headers = { cookie: `session=${token}`, accept: "application/json" };
    const served = new Set(allRoutes.map(({ method, path }) => `${method} ${path}`));
    const taken: string[] = [];
    for (const path of new Set(allRoutes.map((route) => route.path))) {
      const others = allRoutes.filter((route) => matches(route.path, path));
      const methods = [...verbs, ...strangeVerbs].filter(
        (method) => !others.some((route) => served.has(`${method} ${route.path}`)),
      );
      for (const method of methods) {
        const { status, text } = await ask(
          path.replace(/:\w+/g, () => newId()),
          { method, headers },
        );
        if (status < 400 || status === 500 || text.includes(token)) {
          taken.push(`${method} ${path} ${status}`);
        }
      }
    }
    expect(taken).to.deep.equal([]);
  });

  it("of a kind that only resembles JSON or a form are not read", async () => {
    const visit = await visitAs(await anOfficer());
    const headers = {
      cookie: visit.cookie,
      "x-csrf-token": visit.csrf,
      accept: "application/json",
    };
    const body = JSON.stringify({ name: "x" });
    for (const type of [
      "text/plain",
      "text/json",
      "text/x-json",
      "application/jsonp",
      "application/json-seq",
      "application/javascript",
      "application/xml",
      "text/xml",
      "application/x-yaml",
      "application/octet-stream",
      "application/x-java-serialized-object",
      "application",
    ]) {
      const told = await ask("/folders", {
        method: "POST",
        headers: { ...headers, "content-type": type },
        body,
      });
      expect(told.status, type).to.equal(415);
    }
    const plain = { ...headers, "content-type": "application/json; charset=utf-8" };
    expect((await ask("/folders", { method: "POST", headers: plain, body })).status).to.equal(201);
  });

  it("say one thing once: path before body before address, and no field twice", async () => {
    const visit = await visitAs(await anOfficer());
    const headers = {
      cookie: visit.cookie,
      "x-csrf-token": visit.csrf,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    };
    const make = (path: string, body: string) => ask(path, { method: "POST", headers, body });
    const told = await make("/folders?name=address", "name=body");
    expect([told.status, told.text.includes("address")]).to.deep.equal([201, false]);
    expect((await visit.get("/folders")).text)
      .to.contain("body")
      .and.not.to.contain(">address<");
    expect((await make("/folders", "name=a&name=b")).status).to.equal(422);
    expect((await make("/folders?name=a&name=b", "")).status).to.equal(422);
    const own = newId();
    const moved = await make(
      `/folders/${own}/name?folderId=${newId()}`,
      `name=x&folderId=${newId()}`,
    );
    expect(moved.status).to.be.oneOf([404, 422]);
  });

  it("under another host, however it is written, are not answered", async () => {
    for (const host of [
      "evil.example",
      "localhost.evil.example",
      "evil.example:8080",
      "localhost@evil.example",
      "localhost:80:80",
      "localhost/evil",
      "LOCALHOST evil",
      "[::1].evil.example",
      "127.0.0.1.evil.example",
    ]) {
      const { status, text, headers } = await ask("/sign-in", { headers: { host } });
      expect(`${host}: ${status}`).to.be.oneOf([`${host}: 400`, `${host}: 421`]);
      expect(`${text}${headers["location"] ?? ""}`).not.to.contain("evil");
    }
    const told = await ask("/tray", {
      headers: {
        "x-forwarded-host": "evil.example",
        "x-host": "evil.example",
        accept: "text/html",
      },
    });
    expect(told.headers["location"]).to.equal("/sign-in?next=%2Ftray");
  });

  it("never make us lead anybody to another site, in thirty spellings", async function () {
    this.timeout(60_000);
    expect(elsewhere.length).to.be.at.least(30);
    const password = "right-horse-battery";
    const { login } = await anOfficer({ passwordHash: await hashPassword(password) });
    const origin = "https://secretariat.test";
    for (const [number, next] of elsewhere.entries()) {
      expect(new URL(ownAddress(next), origin).origin, next).to.equal(origin);
      const referer = await ask("/language", {
        method: "POST",
        headers: {
          referer: /^[\x20-\x7e]+$/.test(next) ? next : "http://evil.example",
          "content-type": "application/x-www-form-urlencoded",
        },
        body: "language=en",
      });
      expect(new URL(referer.headers["location"] ?? "none:", origin).origin, next).to.equal(origin);
      if (number % 6 === 0) {
        const body = new URLSearchParams({ login, password, next });
        const { location } = await visitAsStranger("/sign-in", { method: "POST", body });
        expect(new URL(location ?? "none:", origin).origin, next).to.equal(origin);
      }
    }
  });
});

/** Whether an address of one pattern may be read as the other: `/files/new` also fits `/files/:id`. */
function matches(pattern: string, path: string): boolean {
  const [one, other] = [pattern.split("/"), path.split("/")];
  return (
    one.length === other.length &&
    one.every(
      (part, at) => part === other[at] || part.startsWith(":") || other[at]?.startsWith(":"),
    )
  );
}

describe("A defect", () => {
  it("is told in one sentence, with nothing of what is inside", async () => {
    const secret = "select password_hash from accounts at Object.<anonymous> /srv/app/web.ts:7";
    const koa = new Koa();
    koa.use(boundary);
    koa.use(() => {
      throw new Error(secret);
    });
    const server = createServer((request, response) => void koa.callback()(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const accept of ["text/html", "application/json", "*/*"]) {
      const { status, text } = await askExactly(port, "/", {
        headers: { host: "localhost", accept },
      });
      expect(status).to.equal(500);
      expect(text).not.to.match(/password_hash|Object\.|web\.ts|node_modules/);
    }
    server.close();
  });
});
