import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { dump, load } from "js-yaml";
import { bundleName } from "../../installer/bundle/make-bundle.ts";
import { largeFolders } from "../../installer/disk/report.ts";

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

  const play = (tasks: readonly object[]) => {
    const file = join(place, "play.yml");
    writeFileSync(file, dump([{ hosts: "localhost", gather_facts: false, tasks }]));
    const env = { ...process.env, LANG: "C.UTF-8", ANSIBLE_CONFIG: join(ansible, "ansible.cfg") };
    const words = ["--inventory=localhost,", "--connection=local", file];
    const ran = spawnSync("ansible-playbook", words, { cwd: ansible, encoding: "utf8", env });
    return { code: ran.status, said: ran.stdout + ran.stderr };
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

    it("reads the version where `npm run bundle` writes it, and in the example too", () => {
      const made = `/somewhere/${bundleName({ version: "2026.11.0", date: 0 })}.tar`;
      expect(read(made).said).to.contain("read 2026.11.0.");
      const example = readFileSync(
        join(ansible, "inventories/example/group_vars/all/main.yml"),
        "utf8",
      );
      const { secretariat_bundle: named } = load(example) as { secretariat_bundle: string };
      expect(read(named.replace("{{ inventory_dir }}", "/inventory")).said).to.match(
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

    it("refuses a name without a version in a sentence", () => {
      const { code, said } = read("/somewhere/secretariat.tar");
      expect(code).not.to.equal(0);
      expect(said).to.contain("secretariat.tar tells no version: leave the bundle the name");
    });
  });
});
