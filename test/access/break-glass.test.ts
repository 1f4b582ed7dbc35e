import { expect } from "chai";
import { breakGlassCommand } from "../../app/access/index.ts";
import { execute, noPost, row, rows } from "../../app/base/index.ts";
import { deliver } from "../../app/base/jobs.ts";
import { metricsText } from "../../app/base/metrics.ts";
import { codesOf } from "../support/access-builders.ts";
import { anItem, anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { browserWith, visitAsStranger } from "../support/visit.ts";

interface Armed {
  readonly password: string;
  readonly code: (steps?: number) => string;
  readonly said: string;
}

/** The command as the server's administrator types it. */
async function command(...given: string[]): Promise<{ isDone: boolean; said: string }> {
  const said: string[] = [];
  const isDone = await breakGlassCommand(given, (text) => said.push(text));
  return { isDone, said: said.join("") };
}

async function arm({ login }: AnOfficer, hours = "2"): Promise<Armed> {
  const { isDone, said } = await command(
    "--login",
    login,
    "--hours",
    hours,
    "--reason",
    "SSO is down",
  );
  expect(isDone, said).to.equal(true);
  const word = (name: string) => new RegExp(`${name} +(\\S+)`).exec(said)?.[1] ?? "";
  return { password: word("password"), code: codesOf(word("app")), said };
}

function tryIn(login: string, password: string, code: string) {
  return visitAsStranger("/break-glass", {
    method: "POST",
    body: new URLSearchParams({ login, password, code }),
  });
}

async function comeIn(officer: AnOfficer, armed: Armed) {
  const answer = await tryIn(officer.login, armed.password, armed.code());
  expect([answer.status, answer.location]).to.deep.equal([303, "/accounts"]);
  const token = /session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return browserWith(token);
}

const gauge = async (): Promise<number> =>
  Number(/^secretariat_break_glass_armed (\d+)/m.exec(await metricsText())?.[1]);

describe("Breaking the glass", () => {
  sandboxed();

  it("needs an arming at the server, for an account that exists, at most four hours, with a reason", async () => {
    const officer = await anOfficer();
    for (const [login, hours, reason] of [
      [officer.login, "5", "SSO is down"],
      [officer.login, "0", "SSO is down"],
      [officer.login, "-1", "SSO is down"],
      [officer.login, "many", "SSO is down"],
      [officer.login, "2", "x"],
      ["nobody.of.this.name", "2", "SSO is down"],
    ] as const) {
      const { isDone } = await command("--login", login, `--hours=${hours}`, "--reason", reason);
      expect(isDone, `${login} ${hours} ${reason}`).to.equal(false);
    }
    expect((await command("--login", officer.login)).said).to.contain("Usage");
    expect((await command("--wish", "x")).said).to.contain("Usage");
    await execute("update accounts set disabled_at = now() where id = $id", {
      id: officer.accountId,
    });
    expect(
      (await command("--login", officer.login, "--hours", "1", "--reason", "SSO is down")).isDone,
    ).to.equal(false);
    expect(await eventsOf(officer.accountId)).to.deep.equal(
      Array.from({ length: 6 }, () => "access.break-glass-not-armed"),
    );
    expect(await gauge()).to.equal(0);
  });

  it("opens administration and no content, says so on every page, and is counted", async () => {
    const officer = await anOfficer({ roles: ["secretary"] });
    const item = await anItem(officer);
    const armed = await arm(officer);
    expect(await gauge()).to.equal(1);
    const browser = await comeIn(officer, armed);
    const page = await browser.get("/accounts");
    expect(page.status).to.equal(200);
    expect(page.$(".banner").text()).to.match(/आपात प्रवेश \d\d\.\d\d\.\d{4}.*तक/);
    await browser.post("/language", { language: "en" });
    const english = await browser.get("/accounts");
    expect(english.$(".banner").text()).to.contain("Break-glass access until");
    for (const path of [
      "/tray",
      "/track?q=T",
      "/files",
      "/receipts",
      "/me",
      "/notices",
      "/record",
    ]) {
      expect((await browser.get(path)).status, path).to.equal(403);
    }
    expect((await browser.get(`/items/${item.id}`)).status).to.be.oneOf([403, 404]);
    expect((await browser.post(`/items/${item.id}/closure`)).status).to.be.oneOf([403, 404]);
    expect((await browser.post("/sign-out")).status).to.equal(303);
  });

  it("does what an administrator does, in the person's own name", async () => {
    const [officer, other] = [await anOfficer(), await anOfficer()];
    const browser = await comeIn(officer, await arm(officer));
    expect((await browser.post(`/accounts/${other.accountId}/disable`)).status).to.equal(303);
    const event = await row<{ account: string; post: string }>(
      `select account_id as account, post_id as post from events
       where subject_id = $id and action = 'access.account-disabled'`,
      { id: other.accountId },
    );
    expect(event).to.deep.equal({ account: officer.accountId, post: noPost });
  });

  it("takes password and code together, once, and the same words for whatever is wrong", async () => {
    const officer = await anOfficer();
    const armed = await arm(officer);
    const wrong = [
      await tryIn(officer.login, "wrong", armed.code()),
      await tryIn(officer.login, armed.password, "000000"),
      await tryIn((await anOfficer()).login, armed.password, armed.code()),
      await tryIn("nobody.of.this.name", armed.password, armed.code()),
    ];
    expect(
      new Set(wrong.map(({ status, $ }) => `${status} ${$(".error-summary").text()}`)).size,
    ).to.equal(1);
    await comeIn(officer, armed);
    expect((await tryIn(officer.login, armed.password, armed.code(1))).status).to.equal(401);
    const told = await eventsOf(officer.accountId);
    expect(told.filter((action) => action === "access.break-glass-refused")).to.have.length(3);
    expect(told).to.include.members(["access.break-glass-armed", "access.break-glass-used"]);
  });

  it("opens nothing at the ordinary door, and rests after ten wrong tries", async () => {
    const officer = await anOfficer();
    const armed = await arm(officer);
    const ordinary = await visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login: officer.login, password: armed.password }),
    });
    expect(ordinary.status).to.equal(401);
    for (let tries = 0; tries < 10; tries += 1) {
      await tryIn(officer.login, "wrong", armed.code());
    }
    expect((await tryIn(officer.login, armed.password, armed.code())).status).to.equal(401);
  });

  it("ends by itself, its session too", async () => {
    const officer = await anOfficer();
    const browser = await comeIn(officer, await arm(officer, "0.5"));
    expect((await browser.get("/accounts")).status).to.equal(200);
    await execute(
      `update break_glass_armings set armed_at = armed_at - interval '1 hour', until_at = now()
       where account_id = $id`,
      { id: officer.accountId },
    );
    expect((await browser.get("/accounts")).location).to.contain("/sign-in");
    expect(await gauge()).to.equal(0);
  });

  it("ends by command, and when it is armed anew", async () => {
    const officer = await anOfficer();
    const browser = await comeIn(officer, await arm(officer));
    const next = await arm(officer);
    expect((await browser.get("/accounts")).location).to.contain("/sign-in");
    const again = await comeIn(officer, next);
    expect((await command("--disarm", "--login", officer.login)).said).to.contain("Disarmed: 1");
    expect((await again.get("/accounts")).location).to.contain("/sign-in");
    expect(await eventsOf(officer.accountId)).to.include("access.break-glass-disarmed");
    expect((await command("--disarm")).said).to.contain("Disarmed: 0");
  });

  it("asks for the code again before weighty steps once five minutes are over", async () => {
    const officer = await anOfficer();
    const armed = await arm(officer);
    const browser = await comeIn(officer, armed);
    const reused = await browser.post("/confirm-it-is-me", { code: armed.code() });
    expect(reused.status).to.equal(401);
    const confirmed = await browser.post("/confirm-it-is-me", { code: armed.code(1) });
    expect(confirmed.status).to.equal(303);
  });

  it("is told to every administrator, and its secrets stand nowhere", async () => {
    const [officer, administrator] = [
      await anOfficer(),
      await anOfficer({ roles: ["administrator"] }),
    ];
    const armed = await arm(officer);
    await comeIn(officer, armed);
    await tryIn("nobody.of.this.name", "x", "000000");
    const due = await rows<{ eventId: string; job: string }>(
      `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
       where d.job = 'notices.administrators'
         and e.subject_id in ($id, '00000000-0000-0000-0000-000000000000')`,
      { id: officer.accountId },
    );
    for (const delivery of due) {
      await deliver(delivery);
    }
    const told = await rows<{ words: string }>(
      "select words from notices where post_id = $post order by at",
      { post: administrator.postId },
    );
    expect(told.map(({ words }) => words)).to.deep.equal([
      "Break-glass access was armed for {login}: {reason}",
      "Somebody came in by break-glass access.",
    ]);
    const kept = await rows<{ text: string }>(
      `select row_to_json(g)::text as text from break_glass_armings g
       union all select row_to_json(e)::text from events e where subject_id = $id`,
      { id: officer.accountId },
    );
    const secret = /app +(\S+)/.exec(armed.said)?.[1] ?? "";
    for (const { text } of kept) {
      expect(text).not.to.contain(armed.password);
      expect(text).not.to.contain(secret);
    }
  });
});
