import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./run-quietly.mjs";
import { Advice, step } from "./step.mjs";

const script = fileURLToPath(new URL("install-packages.sh", import.meta.url));

/** What each package is recognised by. redis-tools holds the server program, without its service. */
const packages = {
  postgresql: () => postgresIsHere(),
  "redis-tools": () => onPath("redis-server") || onPath("redis-check-rdb"),
  "poppler-utils": () => onPath("pdftotext"),
  slapd: () => onPath("slapd"),
  "nginx-light": () => onPath("nginx"),
  "clamav-daemon": () => onPath("clamd"),
  chromium: () => onPath("chromium"),
  "apt-utils": () => onPath("apt-ftparchive"),
  gnupg: () => onPath("gpg"),
  rpm: () => onPath("rpmbuild"),
  minisign: () => onPath("minisign"),
  "fonts-noto-core": () => existsSync("/usr/share/fonts/truetype/noto"),
  mmdebstrap: () => onPath("mmdebstrap"),
  "systemd-container": () => onPath("systemd-nspawn"),
  iproute2: () => onPath("ip"),
  nftables: () => onPath("nft"),
  "openssh-client": () => onPath("ssh"),
  procps: () => onPath("sysctl"),
  python3: () => onPath("python3"),
  curl: () => onPath("curl"),
  age: () => onPath("age"),
  ssss: () => onPath("ssss-split"),
  pgbackrest: () => onPath("pgbackrest"),
  restic: () => onPath("restic"),
  rclone: () => onPath("rclone"),
  faketime: () => onPath("faketime"),
  "ansible-lint": () => onPath("ansible-lint"),
  yamllint: () => onPath("yamllint"),
  prometheus: () => onPath("promtool"),
  "prometheus-alertmanager": () => onPath("amtool"),
};

const servers = /** @type {const} */ (["postgresql", "redis-tools", "poppler-utils"]);
const tested = /** @type {const} */ ([
  ...servers,
  "slapd",
  "nginx-light",
  "clamav-daemon",
  "age",
  "ssss",
]);
const hosts = /** @type {const} */ ([
  "mmdebstrap",
  "systemd-container",
  "iproute2",
  "nftables",
  "openssh-client",
  "procps",
  "python3",
  "curl",
  "postgresql",
  "redis-tools",
  "age",
  "ssss",
  "pgbackrest",
  "restic",
  "apt-utils",
  "gnupg",
  "rpm",
  "minisign",
  "rclone",
  "faketime",
  "ansible-lint",
  "yamllint",
  "prometheus",
  "prometheus-alertmanager",
]);
const everything = /** @type {const} */ ([...tested, "chromium", "fonts-noto-core"]);

/** @type {Record<string, readonly (keyof typeof packages)[]>} */
const needs = {
  start: servers,
  test: tested,
  bench: servers,
  verify: servers,
  "test:full": everything,
  "test:rights": servers,
  "test:appliance": hosts,
  check: everything,
  package: ["rpm"],
  bundle: ["apt-utils", "gnupg"],
};

/**
 * Installs the Debian packages a task needs, when what they bring is not here.
 * @param {string} task
 */
export async function installPackages(task) {
  const missing = (needs[task] ?? []).filter((name) => !packages[name]());
  if (missing.length > 0) {
    const command = [...asRoot(missing), "sh", script, ...missing];
    const advice = `Install ${missing.join(", ")} with apt-get, then run the command again.`;
    await step(`Debian packages: ${missing.join(", ")}`, () => runQuietly(command, { advice }));
  }
}

/**
 * @param {readonly string[]} missing
 * @returns {readonly string[]}
 */
function asRoot(missing) {
  const list = missing.join(", ");
  if (!onPath("apt-get")) {
    throw new Advice(`These programs are missing and apt-get is not here: install ${list}.`);
  }
  if (process.getuid?.() === 0) {
    return [];
  }
  // Asks for the password now, before the output of the steps hides the question.
  if (!onPath("sudo") || spawnSync("sudo", ["-v"], { stdio: "inherit" }).status !== 0) {
    throw new Advice(`Packages are missing. As root, run: apt-get install ${missing.join(" ")}`);
  }
  return ["sudo"];
}

function postgresIsHere() {
  const folder = "/usr/lib/postgresql";
  return (
    existsSync(folder) &&
    readdirSync(folder).some((version) => existsSync(`${folder}/${version}/bin/initdb`))
  );
}

/** @param {string} program */
function onPath(program) {
  const folders = `${process.env["PATH"] ?? ""}:/usr/bin:/usr/sbin:/usr/local/bin:/sbin`.split(":");
  return folders.some((folder) => folder !== "" && existsSync(`${folder}/${program}`));
}
