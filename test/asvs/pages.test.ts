import { readFileSync } from "node:fs";
import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import { roleNames } from "../../app/access/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anOfficer } from "../support/builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs } from "../support/visit.ts";

describe("Pages and settings", () => {
  sandboxed();

  it("have the way out, for whoever is in", async function () {
    this.timeout(60_000);
    const visit = await visitAs(await anOfficer({ roles: roleNames }));
    const without: string[] = [];
    let seen = 0;
    for (const { method, path } of allRoutes) {
      if (method === "GET" && !path.includes(":")) {
        const shown = await visit.get(path);
        if (shown.text.includes("<html")) {
          seen += 1;
          if (shown.$('form[action="/sign-out"] button').length === 0) {
            without.push(path);
          }
        }
      }
    }
    expect(without).to.deep.equal([]);
    expect(seen).to.be.greaterThan(25);
  });

  it("leave nginx no suite without forward secrecy", () => {
    const settings = readFileSync(projectFile("nginx/secretariat.conf.template"), "utf8");
    const suites = /ssl_ciphers ([^;]+);/.exec(settings)?.[1]?.split(":") ?? [];
    expect(suites.length).to.be.at.least(4);
    expect(
      suites.filter((one) => !/^ECDHE-(ECDSA|RSA)-(AES\d+-GCM|CHACHA20)/.test(one)),
    ).to.deep.equal([]);
    expect(settings)
      .to.contain("ssl_protocols TLSv1.2 TLSv1.3;")
      .and.to.contain("ssl_session_tickets off");
    expect(settings).to.contain("server_tokens off").and.not.to.contain("autoindex on");
  });
});
