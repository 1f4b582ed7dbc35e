import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  act,
  ensureAbsent,
  ensureDirectory,
  ensureFile,
  mustRun,
  type Host,
} from "../host/index.ts";
import { renderTemplate } from "../render-template.ts";
import { sizingOf, type Site } from "../site/index.ts";
import { words } from "../words.ts";
import { destinationsOf } from "./destinations.ts";
import type { Step } from "./step.ts";

const target = "/etc/systemd/system";

/** Units, timers and their drop-ins; what a release no longer brings goes. */
export const unitsStep: Step = {
  id: "units",
  title: words({ hi: "systemd इकाइयाँ", en: "Units of systemd" }),
  async apply(host, { release, site }) {
    const source = join(release, "systemd");
    const before = host.changes.length;
    for (const [path, content] of await wantedFiles(source, site)) {
      await ensureDirectory(host, { path: join(path, ".."), mode: 0o755 });
      await ensureFile(host, { path, content });
    }
    await removeOld(host, source);
    if (host.changes.length > before && !host.isCheck) {
      await mustRun(["systemctl", "daemon-reload"]);
    }
    await makeVolatile(host, source);
  },
};

/** Every file below /etc/systemd/system that is ours, by its path. */
async function wantedFiles(source: string, site: Site): Promise<ReadonlyMap<string, string>> {
  const files = new Map(unitsIn(source).map((name) => [join(target, name), read(source, name)]));
  for (const folder of readdirSync(join(source, "drop-ins"))) {
    for (const name of readdirSync(join(source, "drop-ins", folder))) {
      files.set(join(target, folder, name), read(source, join("drop-ins", folder, name)));
    }
  }
  for (const [path, content] of await filledTemplates(source, site)) {
    files.set(join(target, path), content);
  }
  return files;
}

const asking = [
  "secretariat-web@",
  "secretariat-worker@",
  "secretariat-backup-database",
  "secretariat-backup-documents",
  "secretariat-backup-configuration",
  "secretariat-certificates",
  "secretariat-figures",
  "secretariat-notify@",
];

async function filledTemplates(
  source: string,
  site: Site,
): Promise<readonly (readonly [string, string])[]> {
  const addresses = (await destinationsOf(site)).map(({ address }) => address);
  const allowed = [...new Set([site.address, ...addresses])]
    .toSorted()
    .map((address) => `IPAddressAllow=${address}`)
    .join("\n");
  const { high, most, tasks, heap } = sizingOf(site).process;
  const template = (name: string) => read(source, join("templates", `${name}.conf.template`));
  const size = { high, most, tasks: String(tasks), heap: String(heap) };
  const ten = renderTemplate(template("10-addresses"), { allowed });
  const thirty = renderTemplate(template("30-size"), size);
  return [
    ...asking.map((unit) => [`${unit}.service.d/10-addresses.conf`, ten] as const),
    ...asking.slice(0, 2).map((unit) => [`${unit}.service.d/30-size.conf`, thirty] as const),
  ];
}

async function removeOld(host: Host, source: string): Promise<void> {
  const wanted = new Set(unitsIn(source));
  const present = readdirSync(target).filter(
    (name) => name.startsWith("secretariat") && statSync(join(target, name)).isFile(),
  );
  for (const name of present.filter((one) => !wanted.has(one))) {
    await ensureAbsent(host, join(target, name));
  }
}

/** Folders under /run that the units share are made now; after a restart systemd makes them. */
async function makeVolatile(host: Host, source: string): Promise<void> {
  for (const name of readdirSync(join(source, "tmpfiles.d"))) {
    const path = join("/usr/lib/tmpfiles.d", name);
    if (await ensureFile(host, { path, content: read(source, join("tmpfiles.d", name)) })) {
      await act(host, `folders of ${basename(path)}`, async () => {
        await mustRun(["systemd-tmpfiles", "--create", path]);
      });
    }
  }
}

function unitsIn(source: string): readonly string[] {
  return readdirSync(source).filter((name) =>
    /\.(?:service|timer|slice|target|socket)$/.test(name),
  );
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
