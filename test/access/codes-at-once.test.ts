import { expect } from "chai";
import { breakGlassCommand } from "../../app/access/index.ts";
import { makeRecoveryCodes } from "../../app/access/second-factor/recovery-codes.ts";
import { anApp, codesOf } from "../support/access-builders.ts";
import { anOfficer } from "../support/builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";

const owing = { secondFactor: false, provedAt: null };
const many = 6;

describe("The same code, sent several times at once", () => {
  unsandboxed();

  async function race(code: (officer: Awaited<ReturnType<typeof anOfficer>>) => Promise<string>) {
    const officer = await anOfficer();
    const given = await code(officer);
    const browsers = await Promise.all(
      Array.from({ length: many }, () => visitAs(officer, "en", owing)),
    );
    const answers = await Promise.all(
      browsers.map((browser) => browser.post("/second-factor", { code: given })),
    );
    return answers.map(({ status }) => status).toSorted((one, other) => one - other);
  }

  const oneWins = [303, ...Array.from({ length: many - 1 }, () => 401)];

  it("opens once where it is an app's", async () => {
    const statuses = await race(async ({ accountId }) => (await anApp(accountId)).code());
    expect(statuses).to.deep.equal(oneWins);
  });

  it("opens once where it is a recovery code", async () => {
    const statuses = await race(async (officer) => {
      await anApp(officer.accountId);
      return (await makeRecoveryCodes(officer))[0] ?? "";
    });
    expect(statuses).to.deep.equal(oneWins);
  });

  it("breaks the glass once", async () => {
    const { login } = await anOfficer();
    let said = "";
    const given = ["--login", login, "--hours", "1", "--reason", "SSO is down"];
    await breakGlassCommand(given, (text) => (said += text));
    const word = (name: string) => new RegExp(`${name} +(\\S+)`).exec(said)?.[1] ?? "";
    const [password, code] = [word("password"), codesOf(word("app"))()];
    const answers = await Promise.all(
      Array.from({ length: many }, () =>
        visitAsStranger("/break-glass", {
          method: "POST",
          body: new URLSearchParams({ login, password, code }),
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(statuses).to.deep.equal(oneWins);
    await breakGlassCommand(["--disarm", "--login", login], () => undefined);
  });
});
