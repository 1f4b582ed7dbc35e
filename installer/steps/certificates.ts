import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  ensureOwnCertificate,
  ensureRequest,
  judgeInPlace,
  tlsWishOf,
} from "../certificates/index.ts";
import type { Host } from "../host/index.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** The certificate people's browsers see: of our own authority, or the one that was brought. */
export const certificatesStep: Step = {
  id: "certificates",
  title: words({ hi: "TLS प्रमाणपत्र", en: "TLS certificates" }),
  async apply(host, { site, say }) {
    if (site.tls.mode === "own-authority") {
      await ensureOwnCertificate(host, tlsWishOf(site));
      return;
    }
    await keepImported(host, site, say);
  },
};

/** Until the other authority has signed, our own certificate stands in, and the request lies ready. */
async function keepImported(host: Host, site: Site, say: (line: string) => void): Promise<void> {
  const wish = tlsWishOf(site);
  const isFirst = !existsSync(join(wish.folder, "server.crt"));
  if (isFirst) {
    await ensureRequest(host, wish);
    await ensureOwnCertificate(host, wish);
    say(`request for the authority: ${join(wish.folder, "request.csr")}`);
    return;
  }
  for (const { en } of judgeInPlace(wish)) {
    say(`certificate: ${en}`);
  }
}
