import { isIP } from "node:net";
import type { Site } from "../site/index.ts";

/** Where systemd-resolved writes whom it asks; `resolv.conf` names only itself then. */
const files = ["/etc/resolv.conf", "/run/systemd/resolve/resolv.conf"];

type Reader = (path: string) => Promise<string | undefined>;

/** Whom the machine asks for names outside: as site.yml says, else as the machine has it; none where nobody tells. */
export async function nameServersOf(
  { nameServers }: Pick<Site, "nameServers">,
  text: Reader,
): Promise<readonly string[]> {
  if (nameServers.length > 0) {
    return nameServers;
  }
  const told = await Promise.all(files.map(async (path) => outsideIn((await text(path)) ?? "")));
  return told.find((found) => found.length > 0) ?? [];
}

/** A resolver on this machine is no answer: it must itself be let out to those whom it asks. */
function outsideIn(text: string): readonly string[] {
  return [...text.matchAll(/^nameserver\s+([^\s%]+)/gm)]
    .map(([, address = ""]) => address)
    .filter((address) => isIP(address) !== 0 && !/^(?:127\.|::1$)/.test(address));
}
