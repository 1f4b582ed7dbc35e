import { ensureDirectory, ensureUser } from "../host/index.ts";
import { places } from "../places.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

const own = { owner: "secretariat", group: "secretariat" };

/** The product's user and every folder of the installation, each with its owner. */
export const accountsStep: Step = {
  id: "accounts",
  title: words({ hi: "उपयोगकर्ता और फ़ोल्डर", en: "Users and folders" }),
  async apply(host) {
    await ensureUser(host, { name: "secretariat", home: places.state });
    for (const folder of [
      { path: places.settings, mode: 0o755 },
      { path: places.offices, mode: 0o750 },
      { path: places.tls, mode: 0o755 },
      { path: places.credentials, mode: 0o700 },
      { path: places.state, mode: 0o755 },
      { path: places.installer, mode: 0o700 },
      { path: places.documents, mode: 0o700, ...own },
      { path: places.keys, mode: 0o700, ...own },
    ]) {
      await ensureDirectory(host, folder);
    }
  },
};
