import { setTimeout as sleep } from "node:timers/promises";
import { act, type Host } from "../host/index.ts";
import { reloadNginx } from "../nginx/reload.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { certificateStates, servedFingerprint } from "./state.ts";

/** The certificate on the disk, and the one that nginx shows. */
export interface Wire {
  inPlace(): string | undefined;
  served(): Promise<string | undefined>;
  reload(): Promise<void>;
}

export function wireOf({ address, name }: Pick<Site, "address" | "name">): Wire {
  return {
    inPlace: () => certificateStates(places.tls, new Date())[0]?.fingerprint,
    served: () => servedFingerprint(address, { name }),
    reload: reloadNginx,
  };
}

/** Has nginx take up what changed, or what an earlier run laid down and did not come to serve; false if it does not. */
export async function ensureServed(host: Host, wire: Wire, isChanged = false): Promise<boolean> {
  if (!isChanged && (await isServed(wire))) {
    return true;
  }
  await act(host, "nginx takes up the certificate", () => wire.reload());
  for (let tries = 0; tries < 5; tries += 1) {
    await sleep(500); // its workers are new after a moment
    if (await isServed(wire)) {
      return true;
    }
  }
  return false;
}

async function isServed(wire: Wire): Promise<boolean> {
  return (await wire.served()) === wire.inPlace();
}
