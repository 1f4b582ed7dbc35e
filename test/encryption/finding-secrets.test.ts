import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { findSecrets } from "../../installer/secrets-scan/find-secrets.ts";
import { findTraces } from "../../installer/secrets-scan/find-traces.ts";
import { scanRepository } from "../../installer/secrets-scan/scan-repository.ts";

const random = randomBytes(48).toString("base64");
const made = (...parts: string[]): string => parts.join("");

describe("The scan for secrets", () => {
  for (const [rule, text] of [
    ["private key", made("-----BEGIN ", "PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAA")],
    ["password in an address", made("postgres://app", ":hunter2hunter@db/x")],
    ["cloud key", made("AK", "IAABCDEFGHIJKLMNOP")],
    ["signed token", made("ey", "JhbGciOiJIUzI1.ey", "JzdWIiOiIxMjM0.c2lnbmF0dXJlMTIz")],
    ["named secret", made("client_sec", 'ret: "8f3kq92mzx71"')],
    ["random text", made('const x = "', random, '";')],
    ["random digits", made('const x = "', randomBytes(32).toString("hex"), '";')],
  ] as const) {
    it(`finds a ${rule}, and names it without telling it`, () => {
      const [found, ...more] = findSecrets("a.ts", `first\n${text}\n`).filter(
        (finding) => finding.rule === rule,
      );
      expect(more).to.deep.equal([]);
      expect(found).to.include({ path: "a.ts", line: 2 });
      expect(found?.digest).to.match(/^[0-9a-f]{12}$/);
    });
  }

  it("leaves words, numbers and digests of public things alone", () => {
    const text = `const password = t("Write your password."); id = "01a20052-f107-737b-8fc8-b67cc36f709d";
      token: "{token}", url = "postgres://localhost/x", "${"a".repeat(64)}"`;
    expect(findSecrets("a.ts", text)).to.deep.equal([]);
  });

  it("knows a secret however a program writes it down", () => {
    const secret = `Kanarie ${randomBytes(9).toString("hex")} ü"`;
    const bytes = Buffer.from(secret);
    const written = [
      bytes,
      Buffer.from(JSON.stringify({ secret })),
      Buffer.from(secret, "utf16le"),
      Buffer.from(bytes.toString("hex")),
      Buffer.from(encodeURIComponent(secret)),
      ...[0, 1, 2, 3].map((before) =>
        Buffer.from(Buffer.concat([randomBytes(before), bytes, randomBytes(5)]).toString("base64")),
      ),
    ];
    for (const form of written) {
      expect(findTraces(form, [{ name: "it", text: secret }]), form.toString()).to.deep.equal([
        "it",
      ]);
    }
    expect(findTraces(randomBytes(5_000), [{ name: "it", text: secret }])).to.deep.equal([]);
  });

  it("finds nothing in this repository but what was looked at and allowed", () => {
    const { looked, findings, stale } = scanRepository();
    expect(looked).to.be.above(500);
    expect(findings).to.deep.equal([]);
    expect(stale).to.deep.equal([]);
  });
});
