import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { theSwitch, type Host } from "../../hosts/index.ts";
import { makeSecondHost, type SecondHost } from "./second-host.ts";

const where = { host: "10.77.0.1", port: 8443 } as const;

/** A second host that the hosts of a test reach. */
export async function secondHostBeside(folder: string): Promise<SecondHost> {
  const { namespace } = await theSwitch();
  const second = await makeSecondHost(folder, {
    ...where,
    way: ["ip", "netns", "exec", namespace],
  });
  await second.start();
  return second;
}

/** As openssl prints it, in pairs. */
export function fingerprintOf({ certificate }: SecondHost): string {
  const { raw } = new X509Certificate(readFileSync(certificate));
  const digits = createHash("sha256").update(raw).digest("hex").toUpperCase();
  return (digits.match(/../g) ?? []).join(":");
}

/** What the administrator writes when a second host is there; `reconfigure` takes it up. */
export async function nameSecondHost(host: Host, second: SecondHost): Promise<void> {
  const url = `https://${where.host}:${where.port}`;
  const lines = [
    "backups:",
    "  second:",
    `    url: ${url}`,
    `    fingerprint: ${fingerprintOf(second)}`,
  ];
  await host.must("cat >>/etc/secretariat/site.yml", { input: `${lines.join("\n")}\n` });
  await writeAddress(host, second);
}

/** Where the second host is, with its password, in the file of its own. */
export async function writeAddress(host: Host, { address }: SecondHost): Promise<void> {
  await host.must("mkdir -p -m 700 /etc/secretariat/second-host");
  await host.must("umask 077; cat >/etc/secretariat/second-host/address", { input: address });
}
