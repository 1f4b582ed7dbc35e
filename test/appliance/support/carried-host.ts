import { basename } from "node:path";
import { startHost } from "../hosts/index.ts";
import type { Answer, Host, HostOptions, RunOptions } from "../hosts/index.ts";
import { theBundle } from "./bundle.ts";
import { siteFor } from "./site.ts";

/** The folder on the host where the administrator opened what he carried in. */
export const medium = "/root/medium";

/** Where his files lay before, the public key among them. */
const carried = "/root/carried";

const layer = "installed";

/** A bare host with the opened bundle and a filled-in site.yml; nothing is installed. */
export async function carriedHost(options: HostOptions, more = ""): Promise<Host> {
  const host = await startHost({ diskMegabytes: 8000, ...options });
  const files = await theBundle();
  for (const file of files) {
    await host.copyIn(file, carried);
  }
  const tar = basename(files[0] ?? "");
  const open = `tar xf ${tar} && rm ${tar} && ln -s ${carried}/${tar.replace(/\.tar$/, "")} ${medium}`;
  await host.must(`cd ${carried} && ${open}`, { timeoutSeconds: 180 });
  await writeSite(host, siteFor({ address: options.ip, more }));
  return host;
}

export async function writeSite(host: Host, text: string): Promise<void> {
  await host.must("cat >/root/site.yml && sync", { input: text }); // carried in, whatever happens next
}

/**
 * `./install` with these words. The speed of the disk is no matter here: many hosts share one, so unless the checks
 * beforehand are what is asked about, they are left out.
 */
export function install(
  host: Host,
  words: readonly string[] = ["--yes", "--skip-preflight"],
  options: RunOptions = {},
): Promise<Answer> {
  const command = [`${medium}/install`, "install", "--config", "/root/site.yml", ...words];
  return host.run(command, { timeoutSeconds: 900, ...options });
}

export const installedLayer = layer;
