import { createHash } from "node:crypto";
import { expect } from "chai";
import { v7 as newId } from "uuid";
import {
  addFlash,
  config,
  endSession,
  endSessionsOf,
  readSession,
  saveSession,
  startSession,
  takeFlash,
  type Session,
} from "../../app/base/index.ts";
import { redis } from "../../app/base/redis.ts";
import { hashPassword } from "../../app/access/index.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

async function begin(accountId = newId()): Promise<{ token: string; session: Session }> {
  const token = await startSession({ accountId, actingPostId: null, language: "hi" });
  const session = await readSession(token);
  if (!session) {
    throw new Error("The session did not begin");
  }
  return { token, session };
}

describe("A session", () => {
  it("lies in Redis under the hash of its token, which stands nowhere", async () => {
    const { token } = await begin();
    expect(await redis().exists(`session:${hashOf(token)}`)).to.equal(1);
    const keys = await redis().keys("*");
    expect(keys.filter((key) => key.includes(token))).to.deep.equal([]);
    expect(await redis().get(`session:${hashOf(token)}`)).not.to.contain(token);
  });

  it("is refused under any other token, its own hash too", async () => {
    const { token } = await begin();
    for (const wrong of [hashOf(token), token.slice(1), `${token}x`, "", "*"]) {
      expect(await readSession(wrong)).to.equal(undefined);
    }
  });

  it("ends when nobody asked for the idle time, and each request begins that anew", async () => {
    const { token } = await begin();
    const key = `session:${hashOf(token)}`;
    expect(await redis().ttl(key)).to.equal(config().SESSION_IDLE_MINUTES * 60);
    await redis().expire(key, 5);
    expect(await readSession(token)).not.to.equal(undefined);
    expect(await redis().ttl(key)).to.equal(config().SESSION_IDLE_MINUTES * 60);
    await redis().expire(key, 0);
    expect(await readSession(token)).to.equal(undefined);
  });

  it("ends at its absolute limit however busy it is", async () => {
    const { token, session } = await begin();
    const past = Date.now() - config().SESSION_ABSOLUTE_MINUTES * 60_000 - 1;
    await saveSession({ ...session, startedAt: past });
    expect(await readSession(token)).to.equal(undefined);
    expect(await redis().exists(`session:${hashOf(token)}`)).to.equal(0);
  });

  it("is not brought back by a request that was under way when it ended", async () => {
    const { token, session } = await begin();
    await endSession(session);
    await saveSession(session);
    expect(await readSession(token)).to.equal(undefined);
  });

  it("ends with all others of its account, and no one else's", async () => {
    const accountId = newId();
    const [one, other, stranger] = [await begin(accountId), await begin(accountId), await begin()];
    await endSessionsOf(accountId);
    expect(await readSession(one.token)).to.equal(undefined);
    expect(await readSession(other.token)).to.equal(undefined);
    expect(await readSession(stranger.token)).not.to.equal(undefined);
  });

  it("gives each waiting sentence to one page, though many are asked for at once", async () => {
    const { session } = await begin();
    const said = Array.from({ length: 8 }, (_, number) => ({
      kind: "done" as const,
      words: `sentence ${number}`,
    }));
    await Promise.all(said.map((flash) => addFlash(session, [flash])));
    const pages = await Promise.all([1, 2, 3, 4].map(() => takeFlash(session)));
    expect(pages.flat()).to.have.deep.members(said);
    expect(await takeFlash(session)).to.deep.equal([]);
  });
});

describe("A browser that signs in again", () => {
  sandboxed();

  it("gets a session of its own; the one it had ends", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword("right-horse-battery") });
    const visit = await visitAs(await anOfficer());
    const before = visit.cookie.replace("session=", "");
    const answer = await visit.post("/sign-in", {
      login: officer.login,
      password: "right-horse-battery",
    });
    const token = /session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect((await readSession(token))?.accountId).to.equal(officer.accountId);
    expect(await readSession(before)).to.equal(undefined);
  });

  it("is given no token that it brought along", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword("right-horse-battery") });
    const brought = "a".repeat(43);
    const answer = await fetch(`${await siteOrigin()}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `session=${brought}` },
      body: new URLSearchParams({ login: officer.login, password: "right-horse-battery" }),
    });
    expect(answer.status).to.equal(303);
    expect(answer.headers.get("set-cookie")).not.to.contain(brought);
    expect(await readSession(brought)).to.equal(undefined);
  });
});
