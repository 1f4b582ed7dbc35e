import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderTemplate } from "../render-template.ts";
import { credentialPath, secretsFromOutside } from "../secrets/index.ts";
import { sizingOf, usualBackupFolder, type Site } from "../site/index.ts";
import { destinationsOf } from "./destinations.ts";

export const unitFolder = "/etc/systemd/system";

/** Units that ask somebody outside this machine. */
export const asking = [
  "secretariat-web@",
  "secretariat-worker@",
  "secretariat-backup-documents",
  "secretariat-backup-configuration",
  "secretariat-backup-wal",
  "secretariat-verify-second",
  "secretariat-certificates",
  "secretariat-figures",
  "secretariat-notify@",
];
const processes = asking.slice(0, 2);

/** Units that write backups; Postgres archives by itself. */
const keeping = [
  "secretariat-backup-database",
  "secretariat-backup-documents",
  "secretariat-backup-configuration",
  "secretariat-verify",
  "secretariat-drill",
  "postgresql@15-secretariat",
];

/** Every file below /etc/systemd/system that is ours, by its path. */
export async function unitFiles(source: string, site: Site): Promise<ReadonlyMap<string, string>> {
  const units = unitsIn(source).map((name) => [name, read(source, name)] as const);
  const dropIns = readdirSync(join(source, "drop-ins")).flatMap((folder) =>
    readdirSync(join(source, "drop-ins", folder)).map(
      (name) => [join(folder, name), read(source, join("drop-ins", folder, name))] as const,
    ),
  );
  const filled = await filledTemplates(source, site);
  return new Map([...units, ...dropIns, ...filled].map(([name, text]) => [inPlace(name), text]));
}

export function unitsIn(source: string): readonly string[] {
  return readdirSync(source).filter((name) =>
    /\.(?:service|timer|slice|target|socket)$/.test(name),
  );
}

type Files = readonly (readonly [string, string])[];

async function filledTemplates(source: string, site: Site): Promise<Files> {
  const template = (name: string) => read(source, join("templates", `${name}.conf.template`));
  const addresses = renderTemplate(template("10-addresses"), { allowed: await allowed(site) });
  const size = renderTemplate(template("30-size"), sizeOf(site));
  const secrets = await ownSecrets();
  const credentials = renderTemplate(template("20-credentials"), { credentials: secrets });
  return [
    ...backupFolder(site, template("40-backups")),
    ...asking.map((unit) => [`${unit}.service.d/10-addresses.conf`, addresses] as const),
    ...processes.map((unit) => [`${unit}.service.d/30-size.conf`, size] as const),
    ...(secrets === "" ? [] : processes).map(
      (unit) => [`${unit}.service.d/20-credentials.conf`, credentials] as const,
    ),
  ];
}

/** The usual folder stands in the units themselves: only another one must be let through their walls. */
function backupFolder({ backups: { folder } }: Site, template: string): Files {
  const text = renderTemplate(template, { folder });
  const units = folder === usualBackupFolder ? [] : keeping;
  return units.map((unit) => [`${unit}.service.d/40-backups.conf`, text] as const);
}

async function allowed(site: Site): Promise<string> {
  const addresses = (await destinationsOf(site)).map(({ address }) => address);
  const all = [...new Set([site.address, ...addresses])].toSorted();
  return all.map((address) => `IPAddressAllow=${address}`).join("\n");
}

function sizeOf(site: Site): Readonly<Record<string, string>> {
  const { high, most, tasks, heap } = sizingOf(site).process;
  return { high, most, tasks: String(tasks), heap: String(heap) };
}

/** What this site's directory and sign-in providers need besides the secrets every site has. */
async function ownSecrets(): Promise<string> {
  const names = await secretsFromOutside();
  return names.map((name) => `LoadCredentialEncrypted=${name}:${credentialPath(name)}`).join("\n");
}

function inPlace(name: string): string {
  return join(unitFolder, name);
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
