import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import type { TlsWish } from "./own-authority.ts";

/** What site.yml asks of the certificate. */
export function tlsWishOf(site: Site, now = new Date()): TlsWish {
  return {
    folder: places.tls,
    names: [site.name, site.address],
    organisation: site.state.nameEn,
    now,
  };
}
