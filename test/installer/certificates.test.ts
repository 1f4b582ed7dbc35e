import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  certificateStates,
  ensureOwnCertificate,
  ensureRequest,
  ensureServed,
  importCertificate,
  judgeChain,
  makeAuthority,
  makeServerCertificate,
  type Wire,
} from "../../installer/certificates/index.ts";
import { makeHost } from "../../installer/host/index.ts";
import type { Vault } from "../../installer/secrets/index.ts";

const day = 86_400_000;
const names = ["eoffice.cg.example", "10.10.4.20"];

function vaultInMemory(): Vault {
  const kept = new Map<string, string>();
  return {
    names: async () => [...kept.keys()],
    read: async (name) => kept.get(name),
    write: async (_host, name, value) => (kept.set(name, value), true),
  };
}

/** Made with `extendedKeyUsage=clientAuth`. */
const ofPerson = `-----BEGIN CERTIFICATE-----
MIIBlzCCATygAwIBAgIUR6uGczDLDSz08/CIn50oxX2dROswCgYIKoZIzj0EAwIw
DjEMMAoGA1UEAwwDYS5iMB4XDTI2MTEyMjA3MzM0N1oXDTI2MTIyMjA3MzM0N1ow
DjEMMAoGA1UEAwwDYS5iMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEIFc/bvhL
yzuoNdQYFJZBkR3rhhEXhkwTivzDgqth/Eub59LfsDt4f6wkD7Ak87ypsSiuYI8I
8SGjT6ET2oiE6qN4MHYwHQYDVR0OBBYEFLlarM1rFzNyD4nGRXCWKLc1J1zvMB8G
A1UdIwQYMBaAFLlarM1rFzNyD4nGRXCWKLc1J1zvMA8GA1UdEwEB/wQFMAMBAf8w
DgYDVR0RBAcwBYIDYS5iMBMGA1UdJQQMMAoGCCsGAQUFBwMCMAoGCCqGSM49BAMC
A0kAMEYCIQDE74lP1czXYElL0+YmzuxvHdkbC2Z+MIBV5XHnHp+fkQIhANzNujLE
5y7oTUss6m3UyArP0Iz5j0+U5aDclySA+DEH
-----END CERTIFICATE-----`;

/** What openssl reads in a request, and whether its own key signed it. */
function namesIn(request: string): string {
  const asked = ["req", "-noout", "-text", "-verify"];
  const { stdout, stderr } = spawnSync("openssl", asked, { input: request, encoding: "utf8" });
  return stdout + stderr;
}

describe("Certificates", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "tls-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const wish = (now: Date, store = vaultInMemory()) => ({
    folder,
    names,
    organisation: "Government of Chhattisgarh",
    now,
    store,
  });
  const issued = () => {
    const authority = makeAuthority("A state", new Date());
    return { authority, server: makeServerCertificate(authority, { names, from: new Date() }) };
  };
  const judge = (chain: string, key: string, changes: object = {}) =>
    judgeChain({ chain, key, name: "eoffice.cg.example", now: new Date(), ...changes }).map(
      ({ en }) => en,
    );

  it("of our own authority last ninety days, fit name and address, and are not made twice", async () => {
    const now = new Date(Math.floor(Date.now() / 1000) * 1000 + 500); // certificates count whole seconds
    const store = vaultInMemory();
    expect(await ensureOwnCertificate(makeHost(), wish(now, store))).to.equal(true);
    const host = makeHost();
    expect(await ensureOwnCertificate(host, wish(now, store))).to.equal(false);
    expect(host.changes).to.deep.equal([]);
    const [server, authority] = certificateStates(folder, now);
    expect([server?.daysLeft, authority?.subject]).to.deep.equal([
      89,
      `Government of Chhattisgarh: Digital Secretariat ${now.getUTCFullYear()}`,
    ]);
    const leaf = new X509Certificate(readFileSync(join(folder, "server.crt")));
    expect([leaf.checkHost("eoffice.cg.example"), leaf.checkIP("10.10.4.20")]).to.deep.equal(names);
    expect(statSync(join(folder, "server.key")).mode & 0o777).to.equal(0o600);
  });

  it("are renewed when a month is left, by the same authority", async () => {
    const [now, store] = [new Date(), vaultInMemory()];
    await ensureOwnCertificate(makeHost(), wish(now, store));
    const before = certificateStates(folder, now);
    const early = new Date(now.getTime() + 55 * day);
    expect(await ensureOwnCertificate(makeHost(), wish(early, store))).to.equal(false);
    const late = new Date(now.getTime() + 61 * day);
    expect(await ensureOwnCertificate(makeHost(), wish(late, store))).to.equal(true);
    const after = certificateStates(folder, late);
    expect(after[0]?.fingerprint).to.not.equal(before[0]?.fingerprint);
    expect(after[1]?.fingerprint).to.equal(before[1]?.fingerprint);
  });

  it("are refused by name, date, key, order and strength, each with its reason", () => {
    const { authority, server } = issued();
    const whole = `${server.certificate}${authority.certificate}`;
    expect(judge(whole, server.privateKey)).to.deep.equal([]);
    expect(judge(whole, server.privateKey, { name: "mail.cg.example" })[0]).to.contain("not for");
    const past = new Date(Date.now() + 100 * day);
    expect(judge(whole, server.privateKey, { now: past })[0]).to.contain("ran out");
    const future = new Date(Date.now() - day);
    expect(judge(whole, server.privateKey, { now: future })[0]).to.contain("not valid yet");
    expect(judge(whole, authority.privateKey)[0]).to.contain("not that of this certificate");
    expect(judge(whole, "no key")[0]).to.contain("cannot be read");
    expect(judge(server.certificate, server.privateKey)[0]).to.contain("in between is missing");
    const foreign = makeAuthority("Another", new Date()).certificate;
    expect(judge(`${server.certificate}${foreign}`, server.privateKey)[0]).to.contain("followed");
    expect(judge("nothing", server.privateKey)[0]).to.contain("no PEM");
  });

  it("are refused when they are a person's", () => {
    expect(judge(ofPerson, "")).to.include(
      "The certificate is not for a server (its extendedKeyUsage names no serverAuth).",
    );
  });

  it("lay down no key, though the file that was brought holds one too", async () => {
    const { authority, server } = issued();
    const chain = `${server.privateKey}${server.certificate}${authority.certificate}`;
    const given = { ...wish(new Date()), chain, key: server.privateKey };
    expect(await importCertificate(makeHost(), given)).to.deep.equal([]);
    const served = readFileSync(join(folder, "server.crt"), "utf8");
    expect(served).to.equal(`${server.certificate}${authority.certificate}`);
  });

  it("are asked for anew when the name changed, for the key that was made before", async () => {
    const given = wish(new Date());
    const request = await ensureRequest(makeHost(), given);
    const key = readFileSync(join(folder, "request.key"), "utf8");
    const renamed = { ...given, names: ["office.cg.example", "10.10.4.21"] };
    const host = makeHost();
    const other = await ensureRequest(host, renamed);
    expect(host.changes).to.have.length(1);
    const told = namesIn(other);
    expect(told).to.contain("DNS:office.cg.example, IP Address:10.10.4.21");
    expect(told).to.contain("verify OK");
    expect(readFileSync(join(folder, "request.key"), "utf8")).to.equal(key);
    expect(await ensureRequest(makeHost(), renamed))
      .to.equal(other)
      .and.not.equal(request);
    writeFileSync(join(folder, "request.key"), "");
    expect(await ensureRequest(makeHost(), renamed)).not.to.equal(other);
  });

  it("that lie there and are not served are taken up, whatever happened before", async () => {
    const wire = (served: string, afterwards: string) => {
      let shown = served;
      const reload = async () => void (shown = afterwards);
      return { inPlace: () => "new", served: async () => shown, reload };
    };
    const attempt = async (given: Wire, isChanged = false) => {
      const host = makeHost();
      return [await ensureServed(host, given, isChanged), host.changes.length];
    };
    expect(await attempt(wire("new", "new"))).to.deep.equal([true, 0]);
    expect(await attempt(wire("old", "new"))).to.deep.equal([true, 1]);
    expect(await attempt(wire("new", "new"), true)).to.deep.equal([true, 1]);
    expect(await attempt(wire("old", "old"))).to.deep.equal([false, 1]);
  }).timeout(10_000);

  it("of another authority come by a request whose key stays here", async () => {
    const given = wish(new Date());
    const request = await ensureRequest(makeHost(), given);
    expect(request).to.contain("BEGIN CERTIFICATE REQUEST");
    expect(await ensureRequest(makeHost(), given)).to.equal(request);
    const { authority, server } = issued();
    const chain = `${server.certificate}${authority.certificate}`;
    const refused = await importCertificate(makeHost(), { ...given, chain });
    expect(refused[0]?.en).to.contain("not that of this certificate");
    const host = makeHost();
    const taken = await importCertificate(host, { ...given, chain, key: server.privateKey });
    expect([taken.length, host.changes.length]).to.deep.equal([0, 2]);
  });
});
