import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { families } from "../../installer/command/families.ts";
import { findVerb } from "../../installer/command/find-verb.ts";
import { manualPage } from "../../installer/command/manual.ts";
import { exit } from "../../installer/command/exit-codes.ts";
import { parseSite } from "../../installer/site/index.ts";
import { asking, unitFiles } from "../../installer/steps/unit-files.ts";
import { projectFile } from "../../app/base/paths.ts";

const folder = projectFile("systemd");
const units = readdirSync(folder).filter((name) => /\.(service|timer|slice|target)$/.test(name));
const services = units.filter((name) => name.endsWith(".service"));
const dropIns = readdirSync(join(folder, "drop-ins"));
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

/** Tenths of what `systemd-analyze security` counts; ours, backups, Debian's with our drop-in. */
function thresholdOf(name: string): number {
  return /backup|verify|drill/.test(name) ? 20 : 15;
}

function judge(path: string, threshold: number): string {
  const asked = ["security", "--offline=true", `--threshold=${threshold}`, "--no-pager", path];
  const { status, stdout } = spawnSync("systemd-analyze", asked, { encoding: "utf8" });
  return status === 0 ? "" : (stdout.trim().split("\n").at(-1) ?? "not judged");
}

describe("The list of what runs", () => {
  it("has a line for every service", () => {
    const list = textOf("README.md");
    const names = services.map((name) => name.replace(/@?\.service$/, ""));
    const isListed = (name: string) =>
      list.includes(`\`${name}`) || list.includes(`\`${name.replace("secretariat-backup", "")}\``);
    expect(names.filter((name) => !isListed(name))).to.deep.equal([]);
  });
});

describe("A renewal of certificates", () => {
  const unit = textOf("secretariat-certificates.service");

  it("is tried again soon when another command is at work, and tells at once what no trying mends", () => {
    const told = /^RestartPreventExitStatus=(.*)$/m.exec(unit)?.[1]?.split(" ").map(Number);
    expect(unit).to.match(/^Restart=on-failure$/m);
    expect(told).to.include.members([exit.failed, exit.usage, exit.notPermittedHere]);
    expect(told).not.to.include(exit.locked);
  });
});

describe("The folder of backups", () => {
  const example = readFileSync(projectFile("installer/site/site.example.yml"), "utf8");
  const usual = parseSite(example);
  const written = async (place: string) => {
    const site = { ...usual, timeServers: [], backups: { ...usual.backups, folder: place } };
    return unitFiles(folder, site);
  };

  it("is let through the walls of everything that writes there, wherever it is", async () => {
    const files = await written("/srv/backups");
    const walled = services.filter((name) => textOf(name).includes("/var/backups/secretariat "));
    const names = [...walled, "postgresql@15-secretariat.service"];
    expect(names).to.have.length(6);
    for (const name of names) {
      const path = `/etc/systemd/system/${name}.d/40-backups.conf`;
      expect(files.get(path), path).to.contain("\nReadWritePaths=-/srv/backups\n");
    }
  });

  it("needs nothing of its own where it is the usual one", async () => {
    const files = await written("/var/backups/secretariat");
    expect([...files.keys()].filter((path) => path.includes("40-backups"))).to.deep.equal([]);
  });
});

describe("The units of systemd", function () {
  this.timeout(60_000);
  let scratch = "";

  before(function () {
    if (spawnSync("systemd-analyze", ["--version"]).status !== 0) {
      this.skip();
    }
    scratch = mkdtempSync(join(tmpdir(), "secretariat-units-"));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it("are understood by systemd, every word of them", async () => {
    const place = join(scratch, "verify");
    await mkdir(place);
    for (const name of units) {
      // What they run is installed elsewhere; everything else is judged as it stands.
      const text = textOf(name).replace(/^ExecStart=\S+/m, "ExecStart=/bin/true");
      writeFileSync(join(place, name), text);
    }
    const named = units.map((name) => join(place, name.replace("@.", "@1.")));
    for (const name of units.filter((unit) => unit.includes("@."))) {
      await copyFile(join(place, name), join(place, name.replace("@.", "@1.")));
    }
    const { stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...named], {
      encoding: "utf8",
      env: { ...process.env, SYSTEMD_UNIT_PATH: `${place}:` },
    });
    const about = stderr.split("\n").filter((line) => line.includes("secretariat"));
    expect(about).to.deep.equal([]);
  });

  for (const name of services) {
    it(`${name} reaches nothing it does not need`, () => {
      expect(judge(join(folder, name), thresholdOf(name))).to.equal("");
    });
  }

  for (const name of asking) {
    it(`${name} neither, where site.yml names others to ask`, () => {
      const whole = join(scratch, `${name}.service`);
      writeFileSync(whole, `${textOf(`${name}.service`)}\n[Service]\nIPAddressAllow=192.0.2.7\n`);
      expect(judge(whole, thresholdOf(name))).to.equal("");
    });
  }

  for (const name of dropIns) {
    it(`${name.replace(/\.d$/, "")} of Debian stands behind our walls`, function () {
      const unit = name.replace(/\.d$/, "");
      const source = `/lib/systemd/system/${unit.replace(/@.*\./, "@.")}`;
      if (!existsSync(source)) {
        this.skip();
      }
      const whole = join(scratch, unit);
      const added = readFileSync(join(folder, "drop-ins", name, "secretariat.conf"), "utf8");
      writeFileSync(whole, `${readFileSync(source, "utf8")}\n${added}`);
      expect(judge(whole, 45)).to.equal("");
    });
  }

  it("let V8 live: nothing that runs Node is forbidden pages it compiles into", () => {
    const running = services.filter((name) => !/^ExecStart=\/bin\/sh /m.test(textOf(name)));
    const forbidden = running.filter((name) => /^MemoryDenyWriteExecute=/m.test(textOf(name)));
    expect(forbidden).to.deep.equal([]);
    expect(running.filter((name) => !textOf(name).includes("V8"))).to.deep.equal([]);
  });

  it("leave web and worker the two namespaces by which uploads are walled in, and others none", () => {
    for (const name of services) {
      const [, left] = /^RestrictNamespaces=(.*)$/m.exec(textOf(name)) ?? [];
      expect(left, name).to.equal(/web|worker/.test(name) ? "user net" : "yes");
    }
  });

  it("leave the shared memory of Postgres alone when one that runs as its user ends", () => {
    const asPostgres = services.filter((name) => /^User=postgres$/m.test(textOf(name)));
    expect(asPostgres).not.to.deep.equal([]);
    for (const name of asPostgres) {
      expect(textOf(name), name).to.match(/^RemoveIPC=no$/m);
    }
  });

  it("hold no secret: each comes as an encrypted credential", () => {
    for (const name of services) {
      const given = textOf(name).match(
        /^(?:SetCredential|LoadCredential=|Environment=.*(?:_URL|PASSWORD|TOKEN)=).*/gm,
      );
      expect(given, name).to.equal(null);
    }
  });

  it("tell a person when they fail, and have a timer where they come again", () => {
    const quiet = services.filter((name) => !textOf(name).includes("OnFailure="));
    expect(quiet.toSorted()).to.deep.equal([
      "secretariat-figures.service",
      "secretariat-notify@.service",
    ]);
    for (const timer of units.filter((name) => name.endsWith(".timer"))) {
      expect(services).to.include(timer.replace(/timer$/, "service"));
    }
  });

  it("point to the manual page there is", () => {
    const [, section] = /^\.TH SECRETARIAT (\d) /.exec(manualPage([], "1.2.3")) ?? [];
    for (const name of units) {
      const [, page] = /^Documentation=(.*)$/m.exec(textOf(name)) ?? [];
      expect(page ?? `man:secretariat(${section})`, name).to.equal(`man:secretariat(${section})`);
    }
  });

  it("run commands that there are", async () => {
    for (const name of services) {
      const [, command] = /^ExecStart=\S+\/bin\/secretariat (.+)$/m.exec(textOf(name)) ?? [];
      const found = command === undefined || (await findVerb(families, command.split(" ")));
      expect(found, `${name}: ${command}`).to.not.equal(undefined);
    }
  });

  it("answer within the times the README names", () => {
    const web = textOf("secretariat-web@.service");
    for (const line of [
      "Type=notify",
      "WatchdogSec=30",
      "TimeoutStopSec=30",
      "OOMPolicy=continue",
    ]) {
      expect(web.split("\n")).to.include(line);
    }
  });
});
