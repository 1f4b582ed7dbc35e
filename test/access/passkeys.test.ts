import { expect } from "chai";
import { config, row } from "../../app/base/index.ts";
import { redis } from "../../app/base/redis.ts";
import { aPasskey } from "../support/authenticator.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs, type Shown } from "../support/visit.ts";

type Browser = Awaited<ReturnType<typeof visitAs>>;
type Faults = Parameters<ReturnType<typeof aPasskey>["use"]>[1];

const owing = { secondFactor: false, provedAt: null };
const origin = () => config().ORIGIN;

/** What the page asks the browser. */
function askedOn({ $ }: Shown): { challenge: string; userVerification?: string; rpId?: string } {
  return JSON.parse($("button[data-passkey]").attr("data-asked") ?? "{}") as { challenge: string };
}

describe("A passkey", () => {
  sandboxed();

  async function add(browser: Browser, passkey = aPasskey(origin()), faults: Faults = {}) {
    const asked = askedOn(await browser.get("/me/security/passkey"));
    const answer = await browser.post("/me/security/passkey", {
      name: "Laptop",
      passkey: passkey.make(asked, faults),
    });
    return { passkey, answer, asked };
  }

  async function holder(): Promise<{ officer: AnOfficer; passkey: ReturnType<typeof aPasskey> }> {
    const officer = await anOfficer();
    const { passkey, answer } = await add(await visitAs(officer));
    expect(answer.status).to.equal(200);
    return { officer, passkey };
  }

  /** Tries to come in by this passkey; what the server answers. */
  async function tryWith(
    officer: AnOfficer,
    passkey: ReturnType<typeof aPasskey>,
    faults?: Faults,
  ) {
    const browser = await visitAs(officer, "en", owing);
    const asked = askedOn(await browser.get("/second-factor"));
    return browser.post("/second-factor", { passkey: passkey.use(asked, faults) });
  }

  it("is added, asks for the person every time, and opens", async () => {
    const { officer, passkey } = await holder();
    const browser = await visitAs(officer, "en", owing);
    const asked = askedOn(await browser.get("/second-factor"));
    expect(asked).to.include({ userVerification: "required", rpId: new URL(origin()).hostname });
    const answer = await browser.post("/second-factor", { passkey: passkey.use(asked) });
    expect(answer.status).to.equal(303);
    expect((await browser.get("/notices")).status).to.equal(200);
    expect(await eventsOf(officer.accountId)).to.deep.equal([
      "access.second-factor-added",
      "access.recovery-codes-made",
      "access.second-factor-proved",
    ]);
  });

  it("steps up too", async () => {
    const { officer, passkey } = await holder();
    const browser = await visitAs(officer, "en", { provedAt: null });
    const asked = askedOn(await browser.get("/confirm-it-is-me"));
    const answer = await browser.post("/confirm-it-is-me", { passkey: passkey.use(asked) });
    expect(answer.status).to.equal(303);
    expect((await browser.get("/me/security/app")).status).to.equal(200);
  });

  for (const [what, faults] of [
    ["made for another site", { origin: "https://elsewhere.example" }],
    ["made for another host", { host: "elsewhere.example" }],
    ["without the person's finger or PIN", { isVerified: false }],
    ["that answers another challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ] as const) {
    it(`is refused ${what}, at adding and at proving`, async () => {
      const officer = await anOfficer();
      const { answer } = await add(await visitAs(officer), aPasskey(origin()), faults);
      expect(answer.status).to.equal(422);
      expect(await eventsOf(officer.accountId)).to.deep.equal([]);
      const other = await holder();
      expect((await tryWith(other.officer, other.passkey, faults)).status).to.equal(401);
      expect(await eventsOf(other.officer.accountId)).to.include("access.second-factor-refused");
    });
  }

  it("answers each challenge once, and only in the session that was asked", async () => {
    const { officer, passkey } = await holder();
    const browser = await visitAs(officer, "en", { provedAt: null });
    const asked = askedOn(await browser.get("/second-factor"));
    const foreign = await visitAs(officer, "en", owing);
    const elsewhere = await foreign.post("/second-factor", { passkey: passkey.use(asked) });
    expect(elsewhere.status).to.equal(401);
    const said = passkey.use(asked);
    expect((await browser.post("/second-factor", { passkey: said })).status).to.equal(303);
    expect((await browser.post("/second-factor", { passkey: said })).status).to.equal(401);
  });

  it("answers too late after five minutes", async () => {
    const { officer, passkey } = await holder();
    const browser = await visitAs(officer, "en", owing);
    const asked = askedOn(await browser.get("/second-factor"));
    const [key = ""] = (await redis().keys("challenge:*")).filter((one) =>
      one.endsWith(asked.challenge),
    );
    expect(await redis().ttl(key)).to.be.within(290, 300);
    await redis().del(key);
    const answer = await browser.post("/second-factor", { passkey: passkey.use(asked) });
    expect(answer.status).to.equal(401);
  });

  it("opens nobody else's account, and is added to one account only", async () => {
    const [one, other] = [await holder(), await holder()];
    expect((await tryWith(one.officer, other.passkey)).status).to.equal(401);
    const { answer } = await add(await visitAs(one.officer), other.passkey);
    expect(answer.status).to.equal(409);
  });

  it("is found out as a copy when its counter does not rise", async () => {
    const { officer, passkey } = await holder();
    expect((await tryWith(officer, passkey, { counter: 4_000_000_000 })).status).to.equal(303);
    expect((await tryWith(officer, passkey, { counter: 4_000_000_000 })).status).to.equal(401);
    expect((await tryWith(officer, passkey, { counter: 17 })).status).to.equal(401);
    const kept = await row<{ counter: number }>(
      "select counter from passkeys where credential_id = $id",
      { id: passkey.id },
    );
    expect(kept?.counter).to.equal(4_000_000_000);
  });

  it("that is no passkey at all is refused with words", async () => {
    const { officer } = await holder();
    const browser = await visitAs(officer, "en", owing);
    for (const passkey of ["{", "[]", '"x"', "null", '{"id":1}', '{"id":"a","rawId":"a"}']) {
      const answer = await browser.post("/second-factor", { passkey });
      expect(answer.status, passkey).to.equal(422);
    }
    const hollow = {
      id: "AAAA",
      rawId: "AAAA",
      type: "public-key",
      response: { clientDataJSON: "" },
    };
    const answer = await browser.post("/second-factor", { passkey: JSON.stringify(hollow) });
    expect(answer.status).to.equal(401);
  });
});
