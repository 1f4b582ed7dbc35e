import { ensureFile } from "../host/index.ts";
import { places } from "../places.ts";
import { webEnvironment } from "../site/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** What the product's processes read from site.yml, in the form they read it. */
export const settingsStep: Step = {
  id: "settings",
  title: words({ hi: "अनुप्रयोग की सेटिंग", en: "Settings of the application" }),
  async apply(host, { site }) {
    const file = { mode: 0o640, group: "secretariat" };
    await ensureFile(host, { ...file, path: places.webEnvironment, content: webEnvironment(site) });
  },
};
