import { expect } from "chai";
import { v7 as newId } from "uuid";
import { config, row, rows } from "../../app/base/index.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aBrowser, comeBackBy, isIn, type Browser } from "../support/identity-providers/browser.ts";
import {
  aPlainProvider,
  PersonThere,
  type Claimed,
} from "../support/identity-providers/plain-provider.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Signing in and out with a certified OpenID provider", () => {
  sandboxed();
  const people = new Map<string, Claimed>();
  let plain: Awaited<ReturnType<typeof aPlainProvider>>;

  before(async () => {
    plain = await aPlainProvider(people);
  });
  beforeEach(() => useProviders([plain.provider]));
  after(async () => {
    useProviders(undefined);
    await plain.stop();
  });

  const particularsOf = async ({ employeeId }: AnOfficer): Promise<Claimed> => {
    const found = await row<Claimed>(
      `select code as "employeeCode", email from employees where id = $employeeId`,
      { employeeId },
    );
    return found ?? { employeeCode: "", email: "" };
  };
  const signIn = async (person: PersonThere): Promise<Browser> => {
    const browser = aBrowser();
    const left = await browser.get(`/single-sign-on/${plain.provider.id}`);
    const ours = `${config().ORIGIN}/single-sign-on/`;
    await comeBackBy(browser, await person.follow(left.location ?? "", ours));
    return browser;
  };

  it("links by employee code and e-mail at the first time, and signs out at both", async () => {
    const officer = await anOfficer();
    const login = `login-${newId()}`;
    people.set(login, await particularsOf(officer));
    const person = new PersonThere(login);
    const browser = await signIn(person);
    expect(isIn(browser)).to.equal(true);
    const [identity] = await rows<{ accountId: string; subject: string }>(
      `select account_id as "accountId", subject from identities where issuer = $issuer`,
      { issuer: plain.provider.issuer },
    );
    expect(identity).to.deep.equal({ accountId: officer.accountId, subject: login });

    const left = await browser.post("/sign-out", { _csrf: await browser.csrf() });
    const page = await browser.get(left.location ?? "");
    const there = page.$("main a").first().attr("href") ?? "";
    const back = await person.follow(there, `${config().ORIGIN}/sign-in`);
    expect(back.pathname).to.equal("/sign-in");
  });

  it("ends every session here when the person signs out there (back-channel)", async () => {
    const officer = await anOfficer();
    const login = `login-${newId()}`;
    people.set(login, await particularsOf(officer));
    const person = new PersonThere(login);
    const [one, other] = [await signIn(person), await signIn(person)];
    const left = await one.post("/sign-out", { _csrf: await one.csrf() });
    const page = await one.get(left.location ?? "");
    expect((await other.get("/me")).status).to.equal(200);
    const there = page.$("main a").first().attr("href") ?? "";
    await person.follow(there, `${config().ORIGIN}/sign-in`);
    expect((await other.get("/me")).status).to.equal(303);
  });

  it("queues one whose code and e-mail are two persons'", async () => {
    const [one, other] = [await particularsOf(await anOfficer()), await anOfficer()];
    const login = `login-${newId()}`;
    people.set(login, { ...one, email: (await particularsOf(other)).email });
    expect(isIn(await signIn(new PersonThere(login)))).to.equal(false);
    const [claim] = await rows<{ reason: string }>(
      "select reason from identity_claims where subject = $login",
      { login },
    );
    expect(claim?.reason).to.equal("disagree");
  });
});
