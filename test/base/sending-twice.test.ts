import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { row, rows, view } from "../../app/base/index.ts";
import { once } from "../../app/base/web/once.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

const foldersOf = (officer: AnOfficer) =>
  rows<{ name: string }>("select name from folders where post_id = $post order by name", {
    post: officer.postId,
  });

/** On real connections, because the second of two must wait for the first. */
describe("A form sent twice", () => {
  unsandboxed();

  it("is done once, and both are answered alike, though they come at once", async () => {
    const officer = await anOfficer();
    const visit = await visitAs(officer);
    const form = { name: "भू-अर्जन", _once: randomUUID() };
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => visit.post("/folders", form)));
    expect(answers.map(({ status, location }) => `${status} ${location}`)).to.deep.equal(
      answers.map(() => "303 /folders"),
    );
    expect(await foldersOf(officer)).to.have.length(1);
  });

  it("answers a program as the first time, status and properties", async () => {
    const [clerk, officer] = [await anOfficer(), await anOfficer()];
    const item = await anItem(clerk);
    const send = await sender(clerk);
    const key = `send ${randomUUID()}`;
    const body = { toPostId: officer.postId };
    const first = await send(`/items/${item.id}/movements`, key, body);
    const again = await send(`/items/${item.id}/movements`, key, body);
    expect(first.status).to.equal(200);
    expect(again).to.deep.equal(first);
    expect(await eventsOf(item.id)).to.deep.equal(["item.created", "item.sent"]);
    const made = await send("/folders", `make ${key}`, { name: "क" });
    expect(await send("/folders", `make ${key}`, { name: "क" })).to.deep.equal(made);
    expect(made.status).to.equal(201);
  });

  it("is not answered as done when it holds something else", async () => {
    const officer = await anOfficer();
    const visit = await visitAs(officer);
    const form = "form[action='/folders']";
    const token = { _once: randomUUID() };
    await visit.post("/folders", { name: "first", ...token });
    const second = await visit.post("/folders", { name: "second", ...token });
    expect(second.status).to.equal(409);
    expect(second.$(`${form} [name=name]`).attr("value")).to.equal("second");
    const fresh = second.$(`${form} [name=_once]`).attr("value");
    expect(fresh).not.to.equal(token._once);
    await visit.post("/folders", { name: "second", _once: fresh });
    expect((await foldersOf(officer)).map(({ name }) => name)).to.deep.equal(["first", "second"]);
  });

  it("keeps its token when it is refused", async () => {
    const officer = await anOfficer();
    const visit = await visitAs(officer);
    const token = { _once: randomUUID() };
    expect((await visit.post("/folders", { ...token })).status).to.equal(422);
    expect((await visit.post("/folders", { name: "now", ...token })).status).to.equal(303);
    expect(await foldersOf(officer)).to.have.length(1);
  });

  it("belongs to one account: another with the same token does his own work", async () => {
    const [one, other] = [await anOfficer(), await anOfficer()];
    const form = { name: "common", _once: randomUUID() };
    await (await visitAs(one)).post("/folders", form);
    await (await visitAs(other)).post("/folders", form);
    expect(await foldersOf(other)).to.have.length(1);
  });

  it("is done again where the first answer was only shown, not done", async () => {
    const { accountId } = await anOfficer();
    const token = randomUUID();
    let shown = 0;
    const show = async () => {
      shown += 1;
      return view("Preview", () => ({}) as never, { shown });
    };
    const submission = { token, accountId, content: {} };
    await once(submission, show);
    expect(await once(submission, show)).to.have.nested.property("properties.shown", 2);
    expect(
      await row("select 1 as one from submissions where account_id = $accountId", { accountId }),
    ).to.equal(undefined);
  });

  it("still counts a wrong password: signing in is never inside it", async () => {
    const { login, accountId } = await anOfficer();
    const origin = await siteOrigin();
    await fetch(`${origin}/sign-in`, {
      method: "POST",
      headers: { "idempotency-key": randomUUID(), accept: "application/json" },
      body: new URLSearchParams({ login, password: "wrong-password", next: "/tray" }),
    });
    const account = await row<{ failures: number }>(
      "select failures from accounts where id = $accountId",
      { accountId },
    );
    expect(account?.failures).to.equal(1);
  });

  async function sender(officer: AnOfficer) {
    const visit = await visitAs(officer);
    const origin = await siteOrigin();
    return async (path: string, key: string, body: object) => {
      const response = await fetch(origin + path, {
        method: "POST",
        headers: {
          cookie: visit.cookie,
          "x-csrf-token": visit.csrf,
          "idempotency-key": key,
          accept: "application/json",
          "content-type": "application/json",
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    };
  }
});
