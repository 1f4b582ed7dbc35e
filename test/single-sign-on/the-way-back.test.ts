import { expect } from "chai";
import { change, rows } from "../../app/base/index.ts";
import { redis } from "../../app/base/redis.ts";
import type { Provider } from "../../app/single-sign-on/provider-settings.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { eventsOf } from "../support/expectations.ts";
import { aBrowser, comeBackBy, goThere, isIn } from "../support/identity-providers/browser.ts";
import { anEPramaan } from "../support/identity-providers/e-pramaan-mock.ts";
import { anOpenIdProvider } from "../support/identity-providers/open-id-mock.ts";
import type { Outside } from "../support/identity-providers/outside.ts";
import { aParichay } from "../support/identity-providers/parichay-mock.ts";
import {
  issuerOf,
  linkedOfficer,
  reasonsAt,
  wayThereAndBack,
  type Outcome,
} from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

interface Mock extends Outside {
  readonly provider: Provider;
  readonly be: (subject: string) => void;
}

const kinds: Readonly<Record<string, () => Promise<Mock>>> = {
  "OpenID Connect": () => anOpenIdProvider(),
  Parichay: () => aParichay(),
  "e-Pramaan": () => anEPramaan(),
};

/** What happens to the address on the way back, and why that is refused. */
const onTheWay: Readonly<Record<string, [reason: string, change: (back: URL) => void]>> = {
  "without state": ["flow-unknown", ({ searchParams }) => searchParams.delete("state")],
  "with an empty state": ["flow-unknown", ({ searchParams }) => searchParams.set("state", "")],
  "with a state nobody gave out": [
    "flow-unknown",
    ({ searchParams }) => searchParams.set("state", "x".repeat(43)),
  ],
  "with a state cut by one letter": [
    "flow-unknown",
    ({ searchParams }) => searchParams.set("state", searchParams.get("state")?.slice(1) ?? ""),
  ],
  "with the state in capitals": [
    "flow-unknown",
    ({ searchParams }) => searchParams.set("state", searchParams.get("state")?.toUpperCase() ?? ""),
  ],
  "with two states": [
    "answer-wrong",
    ({ searchParams }) => searchParams.append("state", "x".repeat(43)),
  ],
  "with a pattern for a state": [
    "flow-unknown",
    ({ searchParams }) => searchParams.set("state", "*"),
  ],
  "without code": ["answer-wrong", ({ searchParams }) => searchParams.delete("code")],
  "with an empty code": ["answer-wrong", ({ searchParams }) => searchParams.set("code", "")],
  "with two codes": ["answer-wrong", ({ searchParams }) => searchParams.append("code", "other")],
  "with a code nobody gave out": [
    "token-refused",
    ({ searchParams }) => searchParams.set("code", "guessed"),
  ],
  "with a code of five thousand letters": [
    "answer-wrong",
    ({ searchParams }) => searchParams.set("code", "c".repeat(5_000)),
  ],
  "with the provider's no": [
    "denied-there",
    ({ searchParams }) => {
      searchParams.delete("code");
      searchParams.set("error", "access_denied");
    },
  ],
  "with the provider's no beside a code": [
    "denied-there",
    ({ searchParams }) => searchParams.set("error", "access_denied"),
  ],
};

for (const [kind, make] of Object.entries(kinds)) {
  describe(`Coming back from ${kind}`, () => {
    sandboxed();
    let mock: Mock;
    let other: Mock;

    before(async () => {
      [mock, other] = [await make(), await anOpenIdProvider()];
    });
    beforeEach(async () => {
      useProviders([mock.provider, other.provider]);
      mock.be((await linkedOfficer(mock.provider)).subject);
    });
    after(async () => {
      useProviders(undefined);
      await mock.stop();
      await other.stop();
    });

    const expectRefused = ({ shown, isIn: isInside, reasons }: Outcome, reason: string): void => {
      expect(isInside, "a session").to.equal(false);
      expect([shown.status, reasons]).to.deep.equal([403, [reason]]);
      expect(shown.text).to.contain(mock.provider.nameHi);
    };

    it("opens a session by this door", async () => {
      const officer = await linkedOfficer(mock.provider);
      mock.be(officer.subject);
      const { shown, isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
      expect([shown.status, shown.location?.split("?")[0], isInside, reasons]).to.deep.equal([
        303,
        "/tray",
        true,
        [],
      ]);
      const [event] = await rows<{ door: string }>(
        "select detail->>'door' as door from events where subject_id = $id",
        { id: officer.accountId },
      );
      expect(event?.door).to.equal(`${mock.provider.kind}:${mock.provider.id}`);
    });

    it("leaves no token of the provider in a cookie, an address or in Redis", async () => {
      const browser = aBrowser();
      const before = await redis().keys("sign-in-flow:*");
      await comeBackBy(browser, await goThere(browser, mock.provider.id));
      expect([...browser.cookies.keys()].toSorted()).to.deep.equal(["language", "session"]);
      const kept = await rows<{ kept: string }>("select kept from provider_sessions");
      expect(kept.map((one) => one.kept.slice(0, 3))).to.deep.equal(["s1."]);
      const keys = await redis().keys("sign-in-flow:*");
      expect(keys, "flows that were used").to.have.members(before);
    });

    for (const [name, [reason, alter]] of Object.entries(onTheWay)) {
      it(`is refused ${name}`, async () => {
        expectRefused(await wayThereAndBack(mock.provider, alter), reason);
      });
    }

    it("is refused a second time with the same answer", async () => {
      const browser = aBrowser();
      const back = await goThere(browser, mock.provider.id);
      const cookies = new Map(browser.cookies);
      expect((await comeBackBy(browser, back)).status).to.equal(303);
      const again = aBrowser();
      cookies.forEach((value, name) => again.cookies.set(name, value));
      const shown = await comeBackBy(again, back);
      const reasons = await reasonsAt(mock.provider);
      expectRefused({ shown, isIn: isIn(again), reasons }, "flow-unknown");
    });

    it("is refused with the code of an earlier answer", async () => {
      const first = aBrowser();
      const used = await goThere(first, mock.provider.id);
      await comeBackBy(first, used);
      const outcome = await wayThereAndBack(mock.provider, ({ searchParams }) =>
        searchParams.set("code", used.searchParams.get("code") ?? ""),
      );
      expectRefused(outcome, "token-refused");
    });

    it("is refused with the code of another's flow, whose verifier is not ours", async () => {
      const theirs = await goThere(aBrowser(), mock.provider.id);
      const outcome = await wayThereAndBack(mock.provider, ({ searchParams }) =>
        searchParams.set("code", theirs.searchParams.get("code") ?? ""),
      );
      expectRefused(outcome, "token-refused");
    });

    it("is refused in another browser than the one that left", async () => {
      const [thief, victim] = [aBrowser(), aBrowser()];
      const back = await goThere(thief, mock.provider.id);
      await goThere(victim, mock.provider.id);
      const shown = await comeBackBy(victim, back);
      const reasons = await reasonsAt(mock.provider);
      expectRefused({ shown, isIn: isIn(victim), reasons }, "other-browser");
    });

    it("is refused in a browser that never left", async () => {
      const back = await goThere(aBrowser(), mock.provider.id);
      const browser = aBrowser();
      const shown = await comeBackBy(browser, back);
      const reasons = await reasonsAt(mock.provider);
      expectRefused({ shown, isIn: isIn(browser), reasons }, "other-browser");
    });

    it("is refused at the address of another provider", async () => {
      const browser = aBrowser();
      const back = await goThere(browser, mock.provider.id);
      back.pathname = back.pathname.replace(mock.provider.id, other.provider.id);
      expect((await comeBackBy(browser, back)).status).to.equal(403);
      expect([isIn(browser), await reasonsAt(other.provider)]).to.deep.equal([
        false,
        ["other-provider"],
      ]);
    });

    it("is refused when the flow of another provider is answered here", async () => {
      const browser = aBrowser();
      const back = await goThere(browser, other.provider.id);
      back.pathname = back.pathname.replace(other.provider.id, mock.provider.id);
      const shown = await comeBackBy(browser, back);
      const reasons = await reasonsAt(mock.provider);
      expectRefused({ shown, isIn: isIn(browser), reasons }, "other-provider");
      expect(
        mock.asked.filter(({ body }) => body.includes(back.searchParams.get("code") ?? "-")),
        "codes shown to the wrong provider",
      ).to.deep.equal([]);
    });

    it("is refused after ten minutes", async () => {
      const browser = aBrowser();
      const back = await goThere(browser, mock.provider.id);
      const keys = await redis().keys("sign-in-flow:*");
      const lives = await Promise.all(keys.map((key) => redis().ttl(key)));
      expect(Math.max(...lives)).to.be.within(590, 600);
      await redis().del(...keys);
      const shown = await comeBackBy(browser, back);
      const reasons = await reasonsAt(mock.provider);
      expectRefused({ shown, isIn: isIn(browser), reasons }, "flow-unknown");
    });

    it("is refused to somebody whose account is closed", async () => {
      const officer = await linkedOfficer(mock.provider);
      await change("accounts", { id: officer.accountId }, { disabledAt: new Date() });
      mock.be(officer.subject);
      const { shown, isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
      expect([shown.status, isInside, reasons]).to.deep.equal([403, false, ["account-disabled"]]);
      expect(await eventsOf(officer.accountId)).to.deep.equal([]);
    });

    it("leads somebody who is linked to no account to the administrator's queue", async () => {
      mock.be("nobody-knows-me");
      const { shown, isIn: isInside } = await wayThereAndBack(mock.provider);
      expect([shown.status, isInside]).to.deep.equal([403, false]);
      expect(shown.text)
        .to.contain("not yet linked to an account")
        .and.to.contain("आपकी पहचान ज्ञात है");
      const queued = await rows(
        "select 1 from identity_claims where issuer = $issuer and subject = 'nobody-knows-me'",
        { issuer: issuerOf(mock.provider) },
      );
      expect(queued).to.have.length(1);
    });

    it("takes the same name at another provider for another person", async () => {
      const officer = await linkedOfficer(other.provider, "shared-name");
      mock.be("shared-name");
      const { isIn: isInside } = await wayThereAndBack(mock.provider);
      expect(isInside).to.equal(false);
      expect(await eventsOf(officer.accountId)).to.deep.equal([]);
    });

    it("does not lead to a provider that nobody set up", async () => {
      expect((await aBrowser().get("/single-sign-on/elsewhere")).status).to.equal(404);
      expect((await aBrowser().get("/single-sign-on/elsewhere/return")).status).to.equal(404);
    });
  });
}
