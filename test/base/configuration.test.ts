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

  it("names everything that is wrong at once", () => {
    expect(() => readConfig({ SECRETARIAT_WEB_PORT: "x" }))
      .to.throw(/DATABASE_URL.*REDIS_URL.*WEB_PORT/s)
      .and.not.to.have.property("cause");
  });
});
