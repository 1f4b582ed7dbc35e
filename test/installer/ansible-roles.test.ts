import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { dump, load } from "js-yaml";
import { bundleName } from "../../installer/bundle/make-bundle.ts";
import { largeFolders } from "../../installer/disk/report.ts";
import { impacts } from "../../installer/watching/alerts/index.ts";
import { renderRules } from "../../installer/watching/config/rules.ts";

const ansible = resolve("ansible");

/** Roles by themselves, on this machine: what they refuse and what they make of what they are given. */
describe("The roles of Ansible", function () {
  this.timeout(120_000);
  let place = "";
  before(function () {
    if (spawnSync("ansible-playbook", ["--version"], { stdio: "ignore" }).status !== 0) {
      this.skip();
    }
  });
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "roles-"));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  /** On hosts that are all this machine, one after the other; programs laid into the place come first. */
  const play = async (tasks: readonly object[], hosts: readonly string[] = ["localhost"]) => {
    const file = join(place, "play.yml");
    writeFileSync(file, dump([{ hosts: "all", gather_facts: false, serial: 1, tasks }]));
    const config = { LANG: "C.UTF-8", ANSIBLE_CONFIG: join(ansible, "ansible.cfg") };
    const env = { ...process.env, ...config, PATH: `${place}:${process.env["PATH"]}` };
    const words = [`--inventory=${hosts.join(",")},`, "--connection=local", file];
    const ran = spawn("ansible-playbook", words, { cwd: ansible, env, stdio: "pipe" });
    const [said, errors] = [text(ran.stdout), text(ran.stderr)];
    const [code] = (await once(ran, "close")) as [number];
    return { code, said: (await said) + (await errors) };
  };
  const role = (name: string, vars: object, more: object = {}) => ({
    include_role: { name, ...more },
    vars,
  });

  describe("bundle", () => {
    const read = (file: string) =>
      play([
        role("bundle", { bundle_file: file }, { tasks_from: "version" }),
        { debug: { msg: "read {{ bundle_version }}." } },
      ]);

    it("reads the version where `npm run bundle` writes it, and in the example too", async () => {
      const made = `/somewhere/${bundleName({ version: "2026.11.0", date: 0 })}.tar`;
      expect((await read(made)).said).to.contain("read 2026.11.0.");
      const example = readFileSync(
        join(ansible, "inventories/example/group_vars/all/main.yml"),
        "utf8",
      );
      const { secretariat_bundle: named } = load(example) as { secretariat_bundle: string };
      expect((await read(named.replace("{{ inventory_dir }}", "/inventory"))).said).to.match(
        /read [\d.]+\./,
      );
    });

    it("stays on no host: who carries it takes it away, and the report on disks knows where", () => {
      const tasks = (name: string) =>
        readFileSync(join(ansible, "roles", name, "tasks/main.yml"), "utf8");
      const carrying = readdirSync(join(ansible, "roles")).filter(
        (name) =>
          /^ +name: bundle$/m.test(tasks(name)) && !/bundle_is_staged: true/.test(tasks(name)),
      );
      expect(carrying).to.include.members(["installer", "preflight", "upgrade"]);
      carrying.forEach((name) => expect(tasks(name), name).to.contain("tasks_from: remove"));
      expect(tasks("bundle")).to.contain("import_tasks: remove.yml");
      const defaults = readFileSync(join(ansible, "roles/bundle/defaults/main.yml"), "utf8");
      const { bundle_folder: folder } = load(defaults) as { bundle_folder: string };
      expect(largeFolders).to.include(folder);
    });

    it("is laid once, taken away again, and not carried a second time", async function () {
      if (process.getuid?.() !== 0) {
        this.skip(); // the role lays files of root's
      }
      const [folder, laid] = [join(place, "carried"), join(place, "laid")];
      const file = join(place, `${bundleName({ version: "2026.11.0", date: 0 })}.tar`);
      mkdirSync(join(place, "within"));
      writeFileSync(join(place, "within/install"), `#!/bin/sh\necho "$1" >>${laid}\n`);
      spawnSync("tar", ["-cf", file, "-C", place, "within/install"]);
      writeFileSync(`${file}.minisig`, "");
      writeFileSync(join(place, "officer.pub"), "");
      const given = { bundle_file: file, bundle_key: join(place, "officer.pub") };
      const places = { bundle_folder: folder, bundle_laid: laid, bundle_is_staged: true };
      const tasks = [role("bundle", { ...given, ...places })];
      for (const changed of ["changed=1", "changed=0"]) {
        const { code, said } = await play(tasks);
        expect(code, said).to.equal(0);
        expect(said).to.contain(changed);
        expect(readFileSync(laid, "utf8")).to.equal("stage\n");
        expect(existsSync(folder)).to.equal(false);
      }
    });

    it("refuses a name without a version in a sentence", async () => {
      const { code, said } = await read("/somewhere/secretariat.tar");
      expect(code).not.to.equal(0);
      expect(said).to.contain("secretariat.tar tells no version: leave the bundle the name");
    });
  });

  describe("gate", () => {
    /** systemctl's answer on a host, and no Prometheus there. */
    const enabled = (...units: readonly string[]): void => {
      const lines = units.map((unit) => `echo "secretariat-${unit}.service enabled enabled"`);
      writeFileSync(join(place, "systemctl"), `#!/bin/sh\n${lines.join("\n")}\n`);
      chmodSync(join(place, "systemctl"), 0o755);
    };
    const ports = async () => {
      const found = { debug: { msg: "ports {{ gate_ports | join(' ') }}." } };
      return play([role("gate", {}, { tasks_from: "processes" }), found]);
    };

    it("asks as many processes as the host runs", async () => {
      enabled("web@1", "worker@1");
      expect((await ports()).said).to.contain("ports 9181 9191.");
      enabled("web@1", "web@2", "web@3", "worker@1");
      expect((await ports()).said).to.contain("ports 9181 9182 9183 9191.");
    });

    it("opens to no host that runs none", async () => {
      enabled();
      expect((await ports()).code).not.to.equal(0);
    });

    it("looks again after a while before the next ring, and once at the last", async () => {
      enabled("web@8");
      const asked: number[] = [];
      const server = createServer((_, response) => {
        asked.push(Date.now());
        response.end("ready");
      }).listen(9188, "127.0.0.1");
      await once(server, "listening");
      const gate = role("gate", { gate_is_watched: false, gate_soak_minutes: 0.05 });
      const { code, said } = await play([gate], ["first", "last"]);
      server.close();
      expect(code, said).to.equal(0);
      expect(asked).to.have.length(3);
      const [begun = 0, again = 0] = asked;
      expect(again - begun).to.be.at.least(3_000);
    });
  });

  describe("gate, as the watch sees it,", () => {
    interface Seen {
      readonly alarms?: readonly string[];
      readonly share?: string;
      readonly page?: string;
    }
    const told = ({ alarms = [], share, page }: Seen, question: string): readonly object[] => {
      if (question.startsWith("ALERTS")) {
        return alarms.map((alertname) => ({ metric: { alertname } }));
      }
      const value = question.includes("probe_success") ? page : share;
      return value === undefined ? [] : [{ value: [0, value] }];
    };
    /** As Prometheus answers a question; the alarms of the first time may be gone at the next. */
    const look = async (seen: Seen | undefined, vars: object = {}, clears = false) => {
      let asked = 0;
      const server = createServer(({ url = "" }, response) => {
        const question = decodeURIComponent(url.split("query=")[1] ?? "");
        const hasCleared = clears && asked > 0;
        asked += Number(question.startsWith("ALERTS"));
        const result = told({ ...seen, ...(hasCleared ? { alarms: [] } : {}) }, question);
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ data: { result } }));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      if (!seen) {
        server.close();
      }
      const given = { gate_prometheus: `http://127.0.0.1:${port}`, gate_tries: 2, gate_pause: 0 };
      const ran = await play([role("gate", { ...given, ...vars }, { tasks_from: "watched" })]);
      server.close();
      return ran;
    };

    it("opens where nothing stands and few requests fail, also once what stood is gone", async () => {
      for (const ran of [
        await look({ share: "0.001" }),
        await look({ share: "NaN" }),
        await look({ alarms: ["AllWebDown"] }, {}, true),
      ]) {
        expect(ran.code, ran.said).to.equal(0);
      }
    });

    it("stays shut where nobody watches, people feel what is wrong, or requests fail", async () => {
      const [silent, felt, failing] = [
        await look(undefined),
        await look({ alarms: ["DatabaseDown"] }),
        await look({ share: "0.2" }),
      ];
      expect([silent.code, felt.code, failing.code]).not.to.include(0);
      expect(silent.said).to.contain("Prometheus does not answer");
      expect(felt.said).to.contain("localhost: DatabaseDown");
      expect(failing.said).to.contain("0.2 of requests fail");
    });

    it("stays shut after a while in which the page did not always open, or nobody tried", async () => {
      const after = (page?: string) =>
        look({ share: "0", ...(page ? { page } : {}) }, { gate_page_window: "86400s" });
      expect((await after("1")).code).to.equal(0);
      for (const page of ["0", undefined]) {
        expect((await after(page)).said).to.contain("did not open at least once in 86400s");
      }
    });

    it("asks for alerts by labels that the rules have", () => {
      const defaults = readFileSync(join(ansible, "roles/gate/defaults/main.yml"), "utf8");
      const { gate_alarms: asked } = load(defaults) as { gate_alarms: string };
      expect(asked).to.contain('severity="red"').and.contain('impact!~"none|line"');
      expect(Object.keys(impacts)).to.include.members(["none", "line"]);
      expect(renderRules()).to.match(/severity: red\n +impact: down/);
    });
  });

  describe("collect", () => {
    const fetched = async (areNamesKnown: boolean, vars: object = {}) => {
      const answer = { path: join(place, "bundle.tar.gz"), areNamesKnown };
      writeFileSync(answer.path, "bundle");
      const program = join(place, "secretariat");
      writeFileSync(program, `#!/bin/sh\necho '${JSON.stringify(answer)}'\n`);
      chmodSync(program, 0o755);
      const given = { collect_fetched: join(place, "fetched"), ...vars };
      const defaults = { "digital.secretariat.run": { program } };
      const ran = await play([{ block: [role("collect", given)], module_defaults: defaults }]);
      return { ...ran, isThere: existsSync(join(place, "fetched/localhost/bundle.tar.gz")) };
    };

    it("fetches what names nobody, and what may only where that is said", async () => {
      const [clean, doubtful, meant] = [
        await fetched(true),
        await fetched(false),
        await fetched(false, { collect_despite_names: true }),
      ];
      expect([clean.code, clean.isThere], clean.said).to.deep.equal([0, true]);
      expect(doubtful.code).not.to.equal(0);
      expect(doubtful.said).to.contain("names of people may stand");
      expect([meant.code, meant.isThere], meant.said).to.deep.equal([0, true]);
    });
  });

  describe("harden", () => {
    it("asks of every unit of ours, each by the measure of its kind", async () => {
      const asked = join(place, "asked");
      writeFileSync(join(place, "systemd-analyze"), `#!/bin/sh\necho "$3 $4" >>${asked}\n`);
      chmodSync(join(place, "systemd-analyze"), 0o755);
      const vars = { harden_folder: resolve("systemd") };
      const { code, said } = await play([role("harden", vars, { tasks_from: "units" })]);
      expect(code, said).to.equal(0);
      const lines = readFileSync(asked, "utf8").trim().split("\n");
      const services = readdirSync("systemd").filter((name) => name.endsWith(".service"));
      expect(lines).to.have.length(services.length);
      expect(lines).to.include.members([
        "--threshold=15 secretariat-web@1.service",
        "--threshold=15 secretariat-helpdesk.service",
        "--threshold=20 secretariat-backup-wal.service",
      ]);
    });
  });
});
