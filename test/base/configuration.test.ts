import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readConfig } from "../../app/base/index.ts";

const least = {
  SECRETARIAT_DATABASE_URL: "postgresql://app@127.0.0.1/x",
  SECRETARIAT_REDIS_URL: "redis://127.0.0.1",
};

describe("The configuration", () => {
  it("has a default for everything but where Postgres and Redis are", () => {
    const { WEB_PORT, SECURE_COOKIES, SESSION_IDLE_MINUTES } = readConfig(least);
    expect([WEB_PORT, SECURE_COOKIES, SESSION_IDLE_MINUTES]).to.deep.equal([8080, true, 60]);
  });

  for (const [key, value] of [
    ["SECRETARIAT_DATABASE_URL", "mysql://x"],
    ["SECRETARIAT_REDIS_URL", ""],
    ["SECRETARIAT_WEB_PORT", "80a"],
    ["SECRETARIAT_HEALTH_PORT", "70000"],
    ["SECRETARIAT_ORIGIN", "eoffice"],
    ["SECRETARIAT_SECURE_COOKIES", "yes"],
    ["SECRETARIAT_SESSION_IDLE_MINUTES", "0"],
    ["SECRETARIAT_UPLOAD_LIMIT_BYTES", "-1"],
    ["SECRETARIAT_LOG_LEVEL", "loud"],
  ] as const) {
    it(`names ${key} when it is ${value || "missing"}`, () => {
      expect(() => readConfig({ ...least, [key]: value })).to.throw(key);
    });
  }

  it("lets nobody ask this machine itself where the doors are real", () => {
    const asked = { ...least, SECRETARIAT_OUTBOUND_TO_LOOPBACK: "true" };
    expect(() => readConfig(asked)).to.throw("SECRETARIAT_OUTBOUND_TO_LOOPBACK");
    const trial = readConfig({ ...asked, SECRETARIAT_SECURE_COOKIES: "false" });
    expect(trial.OUTBOUND_TO_LOOPBACK).to.equal(true);
    expect(readConfig(least).OUTBOUND_TO_LOOPBACK).to.equal(false);
  });

  it("takes no password from the environment, but for a trial without TLS", () => {
    const open = { ...least, SECRETARIAT_DATABASE_URL: "postgresql://app:secret@127.0.0.1/x" };
    expect(() => readConfig(open))
      .to.throw("the credential database-url")
      .and.to.satisfy((error: Error) => !error.message.includes("secret@"));
    const trial = readConfig({ ...open, SECRETARIAT_SECURE_COOKIES: "false" });
    expect(trial.DATABASE_URL).to.contain("secret@");
  });

  it("takes passwords from the files of a credential folder first, then of the folder of keys", () => {
    const folder = mkdtempSync(join(tmpdir(), "secrets-"));
    const [credentials, keys] = [join(folder, "credentials"), join(folder, "keys")];
    for (const [at, role] of [
      [credentials, "first"],
      [keys, "second"],
    ] as const) {
      mkdirSync(at);
      writeFileSync(join(at, "database-url"), `postgresql://${role}:x@127.0.0.1/x\n`, {
        mode: 0o600,
      });
    }
    try {
      const given = { ...least, SECRETARIAT_KEYS_FOLDER: keys };
      expect(readConfig(given).DATABASE_URL).to.equal("postgresql://second:x@127.0.0.1/x");
      expect(readConfig({ ...given, CREDENTIALS_DIRECTORY: credentials }).DATABASE_URL).to.contain(
        "first",
      );
      chmodSync(join(keys, "database-url"), 0o640);
      expect(() => readConfig(given)).to.throw("may be read by others");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("names everything that is wrong at once", () => {
    expect(() => readConfig({ SECRETARIAT_WEB_PORT: "x" }))
      .to.throw(/DATABASE_URL.*REDIS_URL.*WEB_PORT/s)
      .and.not.to.have.property("cause");
  });
});
