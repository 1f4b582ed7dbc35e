import { expect } from "chai";
import { config } from "../../app/base/index.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { aBrowser, comeBackBy, goThere } from "../support/identity-providers/browser.ts";
import { anOpenIdProvider, type OpenIdMock } from "../support/identity-providers/open-id-mock.ts";
import { linkedOfficer } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

/** What thieves write behind `next=`. */
const elsewhere: readonly string[] = [
  "https://elsewhere.example",
  "http://elsewhere.example/tray",
  "//elsewhere.example",
  "///elsewhere.example",
  "////elsewhere.example",
  "/\\elsewhere.example",
  "\\/elsewhere.example",
  "\\\\elsewhere.example",
  "/\\/elsewhere.example",
  "//elsewhere.example/%2f..",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/\r/elsewhere.example",
  "\t//elsewhere.example",
  " //elsewhere.example",
  "\u0000//elsewhere.example",
  "/\u0000/elsewhere.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "https:elsewhere.example",
  "https:/elsewhere.example",
  "http:\\\\elsewhere.example",
  "elsewhere.example",
  "@elsewhere.example",
  ".elsewhere.example",
  "?next=//elsewhere.example",
  "#//elsewhere.example",
  "/。/elsewhere.example",
  "/／elsewhere.example",
  "//elsewhere。example",
  "//0x7f000001",
  "/tray\r\nset-cookie: a=b",
  "/tray\r\nlocation: https://elsewhere.example",
  "//localhost:1@elsewhere.example",
  "/..//elsewhere.example",
  "/.//elsewhere.example",
  "/%2f/elsewhere.example",
  "/%5celsewhere.example",
];

describe("Where single sign-on leads on", () => {
  sandboxed();
  let mock: OpenIdMock;

  before(async () => {
    mock = await anOpenIdProvider();
  });
  beforeEach(async () => {
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  for (const next of elsewhere) {
    it(`stays in the house for ${JSON.stringify(next)}`, async () => {
      const browser = aBrowser();
      const answer = await comeBackBy(browser, await goThere(browser, mock.provider.id, next));
      const { origin } = new URL(config().ORIGIN);
      const led = new URL(answer.location ?? "none:", `${origin}/single-sign-on/x/return`);
      expect([answer.status, led.origin]).to.deep.equal([303, origin]);
      expect(answer.location).not.to.match(/^[/\\]{2}|[\r\n\t\\]/);
      expect(answer.headers.get("set-cookie")).not.to.contain("a=b");
    });
  }
});
