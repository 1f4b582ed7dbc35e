import { expect } from "chai";
import { dayOf, timeOf } from "../../app/directory/generalized-time.ts";
import { closingOf, isLocked } from "../../app/directory/person.ts";
import { readEntry } from "../../app/directory/read-entry.ts";
import { filledUp, readSettings } from "../../app/directory/settings.ts";
import { authorityForSuite, directoryOf } from "./a-directory.ts";

describe("The settings of the directory", function () {
  this.timeout(20_000);
  const authority = authorityForSuite();

  const given = {
    name: "nic",
    servers: [{ url: "ldaps://one.example" }, { url: "ldap://two.example", startTls: true }],
    authority: "ca.pem",
    bindDn: "cn=secretariat,dc=nic,dc=in",
    base: "ou=people,dc=nic,dc=in",
  };
  const files = () => ({ certificate: () => authority().pem, password: "secret" });
  const read = (changed: object, changedFiles: object = {}) =>
    readSettings({ ...given, ...changed }, { ...files(), ...changedFiles });

  it("are taken with what NIC uses as the usual attributes", () => {
    const settings = read({});
    expect(settings.attributes.employeeCode).to.deep.equal(["employeeNumber"]);
    expect(settings.timeoutSeconds).to.equal(3);
  });

  it("are refused where passwords would go in the clear", () => {
    for (const server of [
      { url: "ldap://two.example" },
      { url: "ldap://two.example", startTls: false },
      { url: "ldaps://two.example", startTls: true },
      { url: "http://two.example" },
      { url: "two.example" },
    ]) {
      expect(() => read({ servers: [server] }), JSON.stringify(server)).to.throw(/directory\.json/);
    }
  });

  it("are refused with a word that is not known, a filter or an attribute that is none", () => {
    for (const changed of [
      { verify: false },
      { people: "(objectClass=" },
      { attributes: { login: "uid)(x" } },
      { attributes: { tlsVerify: "no" } },
      { servers: [] },
      { name: "NIC CG" },
      { authority: "../ca.pem" },
    ]) {
      expect(() => read(changed), JSON.stringify(changed)).to.throw(/directory\.json/);
    }
  });

  it("take server and base of the site where the file says none, and its own where it does", () => {
    const site = { DIRECTORY_URL: "ldaps://ldap.cg.example", DIRECTORY_BASE: "dc=cg,dc=example" };
    const { servers: _servers, base: _base, ...rest } = given;
    const short = readSettings(filledUp(rest, site), files());
    expect(short.servers).to.deep.equal([{ url: "ldaps://ldap.cg.example" }]);
    expect(short.base).to.equal("dc=cg,dc=example");
    expect(readSettings(filledUp(given, site), files())).to.deep.equal(read({}));
    expect(() => readSettings(filledUp(rest, {}), files())).to.throw(/servers.*base/);
    for (const none of [null, "text", []]) {
      expect(() => readSettings(filledUp(none, site), files())).to.throw(/directory\.json/);
    }
  });

  it("are refused without the authority's certificate or the password", () => {
    expect(() => read({}, { certificate: () => "no certificate" })).to.throw(/no certificate/);
    expect(() => read({}, { password: undefined })).to.throw(/directory-password/);
    expect(() => read({}, { password: "" })).to.throw(/directory-password/);
  });

  it("turn an entry into a person, in either script and any spelling of attributes", () => {
    const directory = directoryOf(authority(), ["ldaps://one.example"]);
    const person = readEntry(
      {
        dn: "uid=asha,dc=in",
        entryuuid: "a-1",
        UID: "Asha",
        cn: ["आशा नेताम", "Asha  Netam"],
        mail: "Asha@CG.example",
        mobile: "+91 98930 12345",
        inetuserstatus: "inactive",
        nicDateOfRetirement: "20301130000000Z",
        pwdAccountLockedTime: "000001010000Z",
      },
      directory,
    );
    expect(person).to.include({
      subject: "a-1",
      login: "asha",
      email: "asha@cg.example",
      nameEn: "Asha Netam",
      nameHi: "आशा नेताम",
      mobile: "9893012345",
      isActive: false,
      retiresOn: "2030-11-30",
      lockedAt: "always",
      employeeCode: null,
    });
    expect(readEntry({ dn: "uid=nobody" }, directory)).to.equal(undefined);
  });

  it("read generalized time as a day that no hour shifts, and nothing else as one", () => {
    expect(dayOf("20301130000000Z")).to.equal("2030-11-30");
    expect(dayOf("20301130233000Z")).to.equal("2030-11-30");
    expect(dayOf("20301130")).to.equal("2030-11-30");
    for (const wrong of ["20301332000000Z", "2030-11-30", "soon", "", null]) {
      expect(dayOf(wrong)).to.equal(null);
    }
    expect(timeOf("20301130101112Z")?.toISOString()).to.equal("2030-11-30T10:11:12.000Z");
    expect(timeOf("soon")).to.equal(null);
  });

  it("let somebody work through the last day of service and of the account", () => {
    const directory = directoryOf(authority(), ["ldaps://one.example"], { lockMinutes: 10 });
    const person = readEntry(
      {
        dn: "uid=x",
        entryUUID: "x",
        nicDateOfRetirement: "20301130000000Z",
        nicAccountExpDate: "20311130000000Z",
        pwdAccountLockedTime: "20301130100000Z",
      },
      directory,
    );
    if (!person) {
      throw new Error("The entry has a subject");
    }
    expect(closingOf(person, "2030-11-30")).to.equal(undefined);
    expect(closingOf(person, "2030-12-01")).to.equal("retired");
    expect(closingOf({ ...person, retiresOn: null }, "2031-12-01")).to.equal("expired");
    expect(isLocked(person, directory, new Date("2030-11-30T10:09:59Z"))).to.equal(true);
    expect(isLocked(person, directory, new Date("2030-11-30T10:10:01Z"))).to.equal(false);
    expect(isLocked({ ...person, lockedAt: null }, directory, new Date())).to.equal(false);
  });
});
