import { basename } from "node:path";
import { expect } from "chai";
import { hasLayer, startHost, until, type Host, type HostOptions } from "../hosts/index.ts";
import { carriedHost, install, installedLayer } from "./carried-host.ts";
import { signInFirst } from "./first-sign-in.ts";
import type { Releases } from "./releases.ts";

/** The name and address the layer was installed under. */
export const installedAt = { name: "bare", ip: "10.77.0.21" } as const;

/** An installed host that runs this checkout, whenever its layer was made. */
export async function installedHost(
  { publicKey, first: { deb } }: Releases,
  options: Partial<HostOptions> = {},
): Promise<Host> {
  await ensureLayer();
  const host = await startHost({ ...installedAt, ...options, from: installedLayer });
  await until({ what: "the host to be up", seconds: 180 }, async () =>
    (await host.run("systemctl is-system-running")).code === 0 ? true : undefined,
  );
  await host.copyIn(publicKey, "/root");
  await host.must("install -m 0644 /root/secretariat.pub /etc/secretariat/release.pub");
  await bringForward(host, deb);
  return host;
}

/** The layer may have been made before the last change to the program. */
async function bringForward(host: Host, deb: string): Promise<void> {
  const name = basename(deb);
  await host.copyIn(deb, "/root");
  const same = `cmp -s /root/${name} /opt/secretariat/bundle/*/${name}`;
  const brought = `dpkg --install /root/${name} && touch --no-dereference /opt/secretariat/current && secretariat reconfigure`;
  await host.must(`${same} || { ${brought}; }; rm /root/${name}`, { timeoutSeconds: 900 });
}

async function ensureLayer(): Promise<void> {
  if (hasLayer(installedLayer)) {
    return;
  }
  const first = await carriedHost(installedAt);
  const { code, output, errors } = await install(first);
  expect(code, output + errors).equal(0);
  await signInFirst(first, output);
  await first.keepAs(installedLayer);
}
