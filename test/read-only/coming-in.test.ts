import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { redis, row, rows } from "../../app/base/index.ts";
import { setServiceState } from "../../app/base/service/state.ts";
import { despiteReadOnly } from "../../app/base/service/held-back.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAsStranger } from "../support/visit.ts";

const password = "a-long-road-to-raipur";

describe("Coming in while the office is open for reading only", function () {
  sandboxed();
  let officer: AnOfficer;

  beforeEach(async () => {
    officer = await anOfficer({ passwordHash: await hashPassword(password) });
    setServiceState({
      readOnly: { since: new Date(), reasonHi: "", reasonEn: "" },
      announcements: [],
    });
  });
  afterEach(async () => {
    setServiceState({ readOnly: undefined, announcements: [] });
    await redis().del(`tries-while-read-only:${officer.accountId}`);
  });

  async function signIn(given: string) {
    const account = await row<{ login: string }>("select login from accounts where id = $id", {
      id: officer.accountId,
    });
    const body = new URLSearchParams({
      login: account?.login ?? "",
      password: given,
      next: "/tray",
    });
    return visitAsStranger("/sign-in", { method: "POST", body });
  }

  it("works, and writes nothing to the database", async () => {
    const { status, location, headers } = await signIn(password);
    expect([status, location]).to.deep.equal([303, "/tray"]);
    expect(headers.get("set-cookie")).to.contain("session=");
    const recorded = await despiteReadOnly(() =>
      rows("select id from events where account_id = $id", { id: officer.accountId }),
    );
    expect(recorded).to.deep.equal([]);
  });

  it("rests an account after five wrong passwords all the same", async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await signIn("wrong")).status).to.equal(401);
    }
    expect((await signIn(password)).status).to.equal(429);
  });
});
