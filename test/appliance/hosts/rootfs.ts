import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./command.ts";
import { applianceFolder, keyFile, resolverAddress, rootfs } from "./places.ts";

/** What Debian's installer leaves on a server of the smallest kind, and what Ansible needs to reach it. */
const packages = [
  "systemd",
  "systemd-sysv",
  "dbus",
  "openssh-server",
  "python3",
  "python3-apt",
  "iproute2",
  "ca-certificates",
  "sudo",
  "libpam-systemd",
  "procps",
];

/** The list of sources an administrator left behind; from inside a host none of them can be reached. */
const sources = "deb http://deb.debian.org/debian bookworm main\n";

const resolver = `nameserver ${resolverAddress}\noptions timeout:1 attempts:1\n`;

/** Makes the tree all hosts are laid over, once; the next runs find it. */
export async function makeRootfs(): Promise<void> {
  mkdirSync(applianceFolder, { recursive: true });
  if (!existsSync(keyFile)) {
    await must(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keyFile]);
  }
  if (existsSync(rootfs)) {
    return;
  }
  const tree = `${rootfs}.${process.pid}`;
  try {
    const include = `--include=${packages.join(",")}`;
    const mirrors = await configuredMirrors();
    const command = ["mmdebstrap", "--variant=minbase", include, "bookworm", tree, ...mirrors];
    await must(command, { timeoutSeconds: 900 });
    await finish(tree);
    renameSync(tree, rootfs);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

async function finish(tree: string): Promise<void> {
  await must(["chroot", tree, "systemctl", "enable", "ssh"]);
  rmSync(join(tree, "etc/apt/sources.list.d"), { recursive: true, force: true });
  mkdirSync(join(tree, "etc/apt/sources.list.d"));
  writeFileSync(join(tree, "etc/apt/sources.list"), sources);
  rmSync(join(tree, "etc/resolv.conf"), { force: true });
  writeFileSync(join(tree, "etc/resolv.conf"), resolver);
}

/** Debian's archives as apt on this machine has them; none is said where there are none, mmdebstrap knows its own. */
async function configuredMirrors(): Promise<string[]> {
  const format = "deb $(REPO_URI) $(RELEASE) $(COMPONENT)";
  const told = await must(["apt-get", "indextargets", "--format", format, "Created-By: Packages"]);
  return told.split("\n").filter((line) => / bookworm(-updates|-security)? main$/.test(line));
}
