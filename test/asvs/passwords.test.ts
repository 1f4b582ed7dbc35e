import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { isPassword } from "../../app/access/password.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";

describe("A password as it is typed", () => {
  sandboxed();

  it("counts in every letter, case and blank, and to its last sign", async () => {
    const long = `${"राम्-and-Ram ".repeat(9)}end`.slice(0, 128);
    const kept = await hashPassword(long);
    expect(await isPassword(long, kept)).to.equal(true);
    for (const other of [
      long.slice(0, -1),
      `${long.slice(0, -1)}x`,
      `${long} `,
      ` ${long}`,
      long.toLowerCase(),
      long.toUpperCase(),
      long.trim().slice(0, 72),
    ]) {
      expect(await isPassword(other, kept), other).to.equal(false);
    }
  });

  it("may begin and end with blanks, at the form too", async () => {
    const password = "  right horse battery  ";
    const { login } = await anOfficer({ passwordHash: await hashPassword(password) });
    const attempt = async (typed: string) => {
      const body = new URLSearchParams({ login, password: typed });
      return (await visitAsStranger("/sign-in", { method: "POST", body })).status;
    };
    expect(await attempt(password.trim())).to.equal(401);
    expect(await attempt(password)).to.equal(303);
  });

  it("of 64 signs and more, all of one kind or of any, is taken", async () => {
    for (const password of [
      "a quiet lane behind the river ".repeat(3),
      "पहाड़ों के बीच एक छोटा सा गाँव है जहाँ नदी बहती है और लोग खेत जोतते हैं रोज़",
    ]) {
      expect(password.length).to.be.at.least(64);
      const present = "right-horse-battery";
      const officer = await anOfficer({ passwordHash: await hashPassword(present) });
      const visit = await visitAs(officer);
      const told = await visit.post("/password", { present, password, again: password });
      expect(told.status, told.$("main").text()).to.equal(303);
    }
  });

  it("is masked, may be pasted and kept by the browser, and has no hint", async () => {
    const visit = await visitAs(await anOfficer());
    for (const shown of [await visitAsStranger("/sign-in"), await visit.get("/password")]) {
      const fields = shown.$("input[name*=assword], input[name=present], input[name=repeated]");
      expect(fields.length).to.be.at.least(1);
      for (const field of fields.toArray()) {
        expect(shown.$(field).attr("type")).to.equal("password");
        expect(shown.$(field).attr("autocomplete")).to.match(/^(current|new)-password$/);
        expect(Object.keys(field.attribs).filter((name) => name.startsWith("on"))).to.deep.equal(
          [],
        );
      }
      expect(shown.text).not.to.match(/secret question|hint for the password|पासवर्ड संकेत/i);
    }
  });
});
