import { expect } from "chai";
import { v7 as newId } from "uuid";
import { admit, hashPassword } from "../../app/access/index.ts";
import { findAccount } from "../../app/access/account.ts";
import { removeFactor } from "../../app/access/second-factor/keep-factors.ts";
import { factorsOf } from "../../app/access/second-factor/factor-queries.ts";
import { resetPassword } from "../../app/access/reset-password.ts";
import {
  change,
  endSessionsOf,
  insert,
  readSession,
  sessionsOf,
  startSession,
} from "../../app/base/index.ts";
import { renewSession } from "../../app/base/web/session.ts";
import { anApp } from "../support/access-builders.ts";
import { anOfficer, aPost } from "../support/builders.ts";
import { refusalOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger } from "../support/visit.ts";

const password = "right-horse-battery";
const whence = { address: "127.0.0.1", requestId: "test" };

describe("Coming in while something else happens", () => {
  unsandboxed();

  const attempt = (login: string, given: string) =>
    visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login, password: given }),
    });

  it("judges no more than five wrong passwords, however many arrive together", async () => {
    const { login } = await anOfficer({ passwordHash: await hashPassword(password) });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => attempt(login, `wrong ${index}`)),
    );
    const judged = answers.filter(({ status }) => status === 401);
    expect(judged.length).to.equal(5);
    expect((await attempt(login, password)).status).to.equal(429);
  });

  it("lets nobody in by a password that was replaced meanwhile, nor into a closed account", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const { accountId } = await anOfficer({ passwordHash: await hashPassword(password) });
    const before = await findAccount(accountId);
    await resetPassword(administrator, accountId);
    const proof = { door: "password", secondFactor: false };
    expect(await refusalOf(admit(before, whence, proof))).to.equal("wrong-password");
    const now = await findAccount(accountId);
    await change("accounts", { id: accountId }, { disabledAt: new Date() });
    expect(await refusalOf(admit(now, whence, proof))).to.equal("wrong-password");
    expect(await sessionsOf(accountId)).to.deep.equal([]);
  });

  it("leaves no session alive that takes a new token while all are ended", async () => {
    const { accountId, postId } = await anOfficer();
    for (let round = 0; round < 200; round += 1) {
      const token = await startSession({ accountId, actingPostId: postId, language: "en" });
      const session = await readSession(token);
      const [renewed] = await Promise.all([
        session && renewSession(session),
        endSessionsOf(accountId),
      ]);
      const left = renewed && (await readSession(renewed.token));
      expect(left, `round ${round}`).to.equal(undefined);
    }
  });

  it("keeps the last factor of somebody who must have one at another of his posts", async () => {
    const signatory = await aPost();
    const clerk = await anOfficer();
    await insert("role_grants", {
      id: newId(),
      postId: signatory.id,
      role: "signatory",
      fromOn: "2020-01-01",
    });
    await insert("charges", {
      id: newId(),
      postId: signatory.id,
      employeeId: clerk.employeeId,
      kind: "additional",
      fromOn: "2020-01-01",
    });
    await anApp(clerk.accountId);
    const [factor] = await factorsOf(clerk.accountId);
    expect(await refusalOf(removeFactor(clerk, factor?.id ?? ""))).to.equal("conflict");
  });

  it("asks a program for a factor when it acts as another post that demands one", async () => {
    const clerk = await anOfficer();
    const signatory = await aPost();
    const grant = { postId: signatory.id, role: "signatory", fromOn: "2020-01-01" };
    await insert("role_grants", { id: newId(), ...grant });
    const charge = { postId: signatory.id, employeeId: clerk.employeeId, fromOn: "2020-01-01" };
    await insert("charges", { id: newId(), ...charge, kind: "additional" });
    const program = await programOf(clerk, { "x-acting-post": signatory.id });
    expect((await program.get("/me")).status).to.equal(403);
    expect((await (await programOf(clerk)).get("/me")).status).to.equal(200);
    await anApp(clerk.accountId);
    expect((await program.get("/me")).status).to.equal(200);
  });

  it("counts wrong present passwords where one is changed, too", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword(password) });
    const browser = await visitAs(officer);
    const statuses: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const given = {
        _once: newId(),
        present: `wrong ${time}`,
        password: "a long new sentence",
        again: "-",
      };
      statuses.push((await browser.post("/password", given)).status);
    }
    expect(statuses).to.deep.equal([422, 422, 422, 422, 422, 429, 429, 429]);
  });

  it("answers a waiting form that was spoilt with a sentence", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword(password) });
    const browser = await visitAs(officer, "en", { provedAt: null, secondFactor: false });
    const answer = await browser.post("/confirm-it-is-me", {
      password,
      action: "/me/tokens",
      content: "{",
    });
    expect(answer.status).to.equal(422);
  });
});
