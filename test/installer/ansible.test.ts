import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

const folder = "ansible";

/** Debian's ansible-lint; the slow tier installs it, elsewhere these cases are passed over. */
const isThere = (program: string): boolean =>
  spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;

const ask = (program: string, given: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
  const env = { ...process.env, LANG: "C.UTF-8", ...environment };
  const ran = spawnSync(program, given, { cwd: folder, encoding: "utf8", env, timeout: 120_000 });
  return { code: ran.status, said: ran.stdout + ran.stderr };
};

describe("The playbooks", function () {
  this.timeout(180_000);

  const roles = readdirSync(join(folder, "roles"));

  it("say of every role what it takes", () => {
    expect(roles).to.have.length.greaterThan(12);
    for (const role of roles) {
      const specs = readFileSync(join(folder, "roles", role, "meta/argument_specs.yml"), "utf8");
      expect(specs, role).to.contain("argument_specs:");
      expect(readFileSync(join(folder, "roles", role, "README.md"), "utf8")).to.have.length.above(
        20,
      );
    }
  });

  it("fetch nothing from a gallery and update no foreign list of packages", () => {
    const files = [...roles.map((role) => `roles/${role}/tasks/main.yml`), "ansible.cfg"];
    for (const file of files) {
      expect(readFileSync(join(folder, file), "utf8"), file).not.to.match(
        /galaxy|update_cache: true/,
      );
    }
  });

  it("go ring by ring and through the gate where their page says so", () => {
    const page = readFileSync(join(folder, "README.md"), "utf8");
    const rows = [...page.matchAll(/^\| (`.*?`) +\|[^|]*\| ([^|]+) \| ([^|]+) \|$/gm)];
    const told = rows.flatMap(([, names = "", rings = "", gates = ""]) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name = ""], at) => {
        const of = (cell: string) =>
          cell
            .trim()
            .split(", ")
            .at(cell.includes(", ") ? at : 0);
        return [name, of(rings) === "yes", of(gates) === "yes"] as const;
      }),
    );
    const playbooks = readdirSync(join(folder, "playbooks"));
    expect(told.map(([name]) => `${name}.yml`)).to.have.members(playbooks);
    for (const [name, isInRings, isGated] of told) {
      const playbook = readFileSync(join(folder, "playbooks", `${name}.yml`), "utf8");
      expect(/^ {2}serial:/m.test(playbook), `${name}: rings`).to.equal(isInRings);
      expect(/^ +name: gate$/m.test(playbook), `${name}: gate`).to.equal(isGated);
    }
  });

  it("know by its name every answer that holds a password", () => {
    for (const [role, key, source] of [
      ["installer", "administrator", "install/end-page.ts"],
      ["office", "firstPassword", "command/families/office/add.ts"],
    ] as const) {
      const tasks = readFileSync(join(folder, "roles", role, "tasks/main.yml"), "utf8");
      expect(tasks, role).to.contain(`secret_keys: [${key}]`);
      const answers = readFileSync(join("installer", source), "utf8");
      expect(answers, source).to.match(new RegExp(`answer\\(\\{[^}]*\\b${key}\\b`));
    }
  });

  it("lay no file of an office outside the folder of offices", () => {
    const tasks = readFileSync(join(folder, "roles/office/tasks/main.yml"), "utf8");
    const [refusing, laying] = [
      "employees is not search('/')",
      "Carry the office file and its master",
    ];
    expect(tasks.indexOf(refusing)).to.be.within(0, tasks.indexOf(laying));
  });

  it("pass the linters at their strictest", function () {
    if (!isThere("ansible-lint") || !isThere("yamllint")) {
      this.skip(); // ansible-lint comes with the tests of the appliance
    }
    const yaml = ask("yamllint", ["--strict", "-c", ".yamllint", "."]);
    expect(yaml.said).to.equal("");
    const lint = ask("ansible-lint", ["--offline", "-p", "--profile", "production", "--nocolor"]);
    expect(lint.code, lint.said).to.equal(0);
  });

  describe("run the command through their module, which", () => {
    let place = "";
    before(function () {
      if (!isThere("ansible")) {
        this.skip();
      }
    });
    beforeEach(() => {
      place = mkdtempSync(join(tmpdir(), "ansible-"));
    });
    afterEach(() => rmSync(place, { recursive: true }));

    /** A stand-in for `secretariat` that answers as told and notes how it was called. */
    const run = (
      {
        code = 0,
        isBusyOnce = false,
        ...answer
      }: {
        readonly code?: number;
        readonly isBusyOnce?: boolean;
        readonly changed?: number;
        readonly error?: object;
        readonly firstPassword?: object;
      },
      more: readonly string[] = [],
      extra: object = {},
    ) => {
      const program = join(place, "secretariat");
      const busyOnce = `[ -e ${place}/free ] || { touch ${place}/free; exit 50; }\n`;
      writeFileSync(join(place, "answer.json"), JSON.stringify(answer));
      writeFileSync(
        program,
        `#!/bin/sh\n${isBusyOnce ? busyOnce : ""}echo "$@" >${place}/called\ncat ${place}/answer.json\nexit ${code}\n`,
      );
      chmodSync(program, 0o755);
      const given = JSON.stringify({ argv: ["office", "add", "387"], program, ...extra });
      const { said } = ask("ansible", [
        "localhost",
        "--inventory=localhost,",
        "--connection=local",
        "--module-name=digital.secretariat.run",
        "--args",
        given,
        ...more,
      ]);
      return said;
    };
    const called = () => readFileSync(join(place, "called"), "utf8").trim();

    it("tells as changed what the command changed", () => {
      expect(run({ changed: 3 })).to.match(/CHANGED/);
      expect(called()).to.equal("office add 387 --json");
      expect(run({ changed: 0 })).to.match(/SUCCESS/);
    });

    it("passes a check on", () => {
      expect(run({ changed: 2 }, ["--check", "--diff"])).to.match(/CHANGED/);
      expect(called()).to.equal("office add 387 --json --check --diff");
    });

    it("fails where the command failed, and not where there was nothing to do", () => {
      expect(run({ changed: 0, code: 40 })).to.match(/FAILED/);
      expect(run({ changed: 0, code: 3 })).to.match(/SUCCESS/);
    });

    it("tells a check that broke from one that found a difference, though both end with 1", () => {
      const accepting = { ok_codes: [0, 1, 3] };
      expect(run({ changed: 2, code: 1 }, ["--check"], accepting)).to.match(/CHANGED/);
      const broke = { error: { en: "The work could not be finished" }, code: 1 };
      const said = run(broke, ["--check"], accepting);
      expect(said)
        .to.match(/FAILED/)
        .and.contain("could not be finished");
      expect(run({ code: 1 }, ["--check"], accepting)).to.match(/FAILED/);
    });

    it("waits for another run on the host, as long as it may", () => {
      expect(run({ changed: 1, isBusyOnce: true })).to.match(/CHANGED/);
      expect(run({ changed: 0, code: 50 }, [], { wait_seconds: 0 })).to.match(/FAILED/);
    }).timeout(60_000);

    it("prints no secret, with every word asked for, and keeps it for root alone", () => {
      const answer = { changed: 1, firstPassword: { login: "x", password: "canary-7741" } };
      const secrets = join(place, "secrets.json");
      const said = run(answer, ["-vvv"], {
        secret_keys: ["firstPassword"],
        secrets_to: secrets,
      });
      expect(said)
        .to.match(/CHANGED/)
        .and.not.contain("canary-7741");
      expect(readFileSync(secrets, "utf8")).to.contain("canary-7741");
    });
  });
});
