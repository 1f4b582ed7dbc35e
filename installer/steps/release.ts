import { join } from "node:path";
import { ensureLink } from "../host/index.ts";
import { places } from "../places.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Which release is in use is one link; the command points through it. */
export const releaseStep: Step = {
  id: "release",
  title: words({ hi: "संस्करण और आदेश", en: "Release and command" }),
  async apply(host, { release }) {
    await ensureLink(host, { path: places.current, target: release });
    await ensureLink(host, {
      path: places.command,
      target: join(places.current, "bin/secretariat"),
    });
  },
};
