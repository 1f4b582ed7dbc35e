import { expect } from "chai";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import type { Trouble } from "../support/identity-providers/outside.ts";
import { aParichay } from "../support/identity-providers/parichay-mock.ts";
import { without, type Claims } from "../support/identity-providers/raw-token.ts";
import { linkedOfficer, wayThereAndBack } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

type Parichay = Awaited<ReturnType<typeof aParichay>>;
const details = "/pnv1/salt/api/oauth2/userdetails";
const tokens = "/pnv1/salt/api/oauth2/token";

describe("Signing in by Parichay", () => {
  sandboxed();
  let mock: Parichay;

  before(async () => {
    mock = await aParichay();
  });
  beforeEach(async () => {
    mock.honest();
    mock.troubles.clear();
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  const expectRefused = async (reason: string, status = 403): Promise<void> => {
    const { shown, isIn, reasons } = await wayThereAndBack(mock.provider);
    expect([shown.status, isIn, reasons]).to.deep.equal([status, false, [reason]]);
  };

  it("sends the code as JSON with the verifier of this flow, and the token bare", async () => {
    await wayThereAndBack(mock.provider);
    const { headers } = mock.asked.findLast(({ url }) => url.pathname === details) ?? {};
    expect(headers?.["authorization"]).to.match(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it("puts the word Bearer before the token where the settings say so", async () => {
    const bearer = await aParichay({ authHeaderStyle: "bearer" });
    useProviders([bearer.provider]);
    bearer.be((await linkedOfficer(bearer.provider)).subject);
    expect((await wayThereAndBack(bearer.provider)).isIn).to.equal(true);
    const { headers } = bearer.asked.findLast(({ url }) => url.pathname === details) ?? {};
    expect(headers?.["authorization"]).to.match(/^Bearer eyJ/);
    await bearer.stop();
  });

  it("reads the names of the fields from the settings", async () => {
    const { fields } = mock.provider;
    useProviders([{ ...mock.provider, fields: { ...fields, subject: "parichayId" } }]);
    mock.play.tell = ({ loginId, ...told }) => ({ ...told, parichayId: loginId });
    expect((await wayThereAndBack(mock.provider)).isIn).to.equal(true);
  });

  for (const expires of [900, 900_000, "900", null, undefined]) {
    it(`takes a life of ${String(expires)} as it comes`, async () => {
      mock.play.reply = (body) => ({ ...body, expires_in: expires });
      expect((await wayThereAndBack(mock.provider)).isIn).to.equal(true);
    });
  }

  describe("refuses a token reply", () => {
    const replies: Readonly<Record<string, (body: Claims) => unknown>> = {
      "without token": without("access_token"),
      "with an empty token": (body) => ({ ...body, access_token: "" }),
      "with a number for a token": (body) => ({ ...body, access_token: 7 }),
      "with a list of tokens": (body) => ({ ...body, access_token: [body["access_token"]] }),
      "whose token ends a header line": (body) => ({
        ...body,
        access_token: `${String(body["access_token"])}\r\nx-admin: yes`,
      }),
      "whose token is longer than a header": (body) => ({
        ...body,
        access_token: "t".repeat(9_000),
      }),
      "that is a list": () => [],
      "that is nothing": () => null,
    };
    for (const [name, reply] of Object.entries(replies)) {
      it(name, async () => {
        mock.play.reply = reply;
        await expectRefused("identity-unreadable");
      });
    }
  });

  describe("refuses details", () => {
    const told: Readonly<Record<string, (details: Claims) => unknown>> = {
      "that are empty": () => ({}),
      "that are nothing": () => null,
      "that are a list of people": (one) => [one],
      "that are a sentence": () => "Sita Sahu",
      "without the name that counts": without("loginId"),
      "whose name is empty": (one) => ({ ...one, loginId: "" }),
      "whose name is a blank": (one) => ({ ...one, loginId: " " }),
      "whose name is a number": (one) => ({ ...one, loginId: 42 }),
      "whose name is a list": (one) => ({ ...one, loginId: [one["loginId"]] }),
      "whose name holds a control character": (one) => ({
        ...one,
        loginId: `${String(one["loginId"])}\u0000`,
      }),
      "whose name has a blank behind it": (one) => ({
        ...one,
        loginId: `${String(one["loginId"])} `,
      }),
      "whose name is very long": (one) => ({ ...one, loginId: "x".repeat(300) }),
    };
    for (const [name, tell] of Object.entries(told)) {
      it(name, async () => {
        mock.play.tell = tell;
        await expectRefused("identity-unreadable");
      });
    }

    it("of another than the token was made for", async () => {
      const other = await linkedOfficer(mock.provider);
      mock.play.tell = (one) => ({ ...one, loginId: other.subject });
      await expectRefused("token-false");
    });

    it("beside a token that names another", async () => {
      mock.play.tokenSubject = "another";
      await expectRefused("token-false");
    });

    it("beside a token that cannot be read, where it must name the person", async () => {
      mock.play.reply = (body) => ({ ...body, access_token: "opaque-token" });
      mock.troubles.clear();
      const { isIn, reasons } = await wayThereAndBack(mock.provider);
      expect([isIn, reasons]).to.deep.equal([false, ["token-refused"]]);
    });
  });

  const troubles: Readonly<Record<Trouble, [reason: string, status: number]>> = {
    broken: ["provider-down", 503],
    silent: ["provider-down", 503],
    huge: ["provider-down", 503],
    elsewhere: ["provider-down", 503],
    page: ["identity-unreadable", 403],
    packed: ["provider-down", 503],
    "cut-off": ["provider-down", 503],
  };
  for (const path of [tokens, details]) {
    for (const [trouble, [reason, status]] of Object.entries(troubles)) {
      it(`lets nobody in when ${path.split("/").at(-1)} is ${trouble}`, async () => {
        mock.troubles.set(path, trouble as Trouble);
        await expectRefused(reason, status);
      });
    }
  }

  it("says in the reader's language that it does not answer", async () => {
    mock.troubles.set(details, "broken");
    const { shown } = await wayThereAndBack(mock.provider);
    expect(shown.$("h1").text()).to.equal(
      "परिचय से इस समय उत्तर नहीं मिल रहा है। कुछ मिनट बाद फिर प्रयास करें।",
    );
    expect(shown.headers.get("retry-after")).to.equal("5");
  });
});
