import { join } from "node:path";
import { ensureDirectory, ensureFile, ensurePackages, packageSource } from "../host/index.ts";
import type { Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** What every host needs of Debian. */
const always = [
  "postgresql-15",
  "postgresql-client-15",
  "redis-server",
  "nginx-light",
  "nftables",
  "chrony",
  "logrotate",
  "poppler-utils",
  "fonts-noto-core",
  "pgbackrest",
  "restic",
  "age",
  "ssss",
  "minisign",
  "openssl",
  "zstd",
  "curl",
];

const scanning = ["clamav-daemon", "clamdscan"];

const watching = [
  "prometheus",
  "prometheus-alertmanager",
  "prometheus-node-exporter",
  "prometheus-postgres-exporter",
  "prometheus-redis-exporter",
  "prometheus-blackbox-exporter",
];

export function packagesOf(site: Site): readonly string[] {
  return [
    ...always,
    ...(site.scanner ? scanning : []),
    ...(site.monitoring.enabled ? watching : []),
  ];
}

/**
 * Debian's programs and the updates to them, from the bundle alone, and nothing of them started before it is
 * configured.
 */
export const packagesStep: Step = {
  id: "packages",
  title: words({ hi: "Debian के पैकेज", en: "Packages of Debian" }),
  async apply(host, { site, bundle, isBroken = false }) {
    await ensureDirectory(host, { path: "/etc/postgresql-common", mode: 0o755 });
    await ensureFile(host, {
      path: "/etc/postgresql-common/createcluster.conf",
      content: clusterDefaults,
    });
    await bringPackages(host, { bundle, names: packagesOf(site), isBroken });
  },
};

interface Brought {
  /** The folder of the opened bundle; absent when nothing new is brought. */
  readonly bundle: string | undefined;
  readonly names: readonly string[];
  /** An earlier run may have broken off while it installed them. */
  readonly isBroken: boolean;
}

/** Debian's packages by name, out of the bundle where one was brought. */
export async function bringPackages(host: Host, brought: Brought): Promise<void> {
  const { bundle, names, isBroken } = brought;
  await ensureDirectory(host, { path: places.settings, mode: 0o755 });
  await ensureSource(host, bundle);
  const list = bundle === undefined ? undefined : join(bundle, "apt/Packages");
  await ensurePackages(host, { names, list, isBroken });
}

/** This file takes the place of Debian's, so what a cluster needs of that one stands here too. */
const clusterDefaults = `# Written by the installer: our cluster is made by it, and no other.
create_main_cluster = false
add_include_dir = 'conf.d'
cluster_name = '%v/%c'
log_line_prefix = '%%m [%%p] %%q%%u@%%d '
`;

/** The bundle's own archive, vouched for by its key; apt reads no other list while we install. */
async function ensureSource(host: Host, bundle: string | undefined): Promise<void> {
  if (bundle !== undefined) {
    const key = join(bundle, "keys/archive.gpg");
    const content = `deb [signed-by=${key}] file:${join(bundle, "apt")} ./\n`;
    await ensureFile(host, { path: packageSource, content });
  }
}
