import { dirname, join } from "node:path";
import { ensureDirectory, ensureLink } from "../host/index.ts";
import { places } from "../places.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Where Debian's `man` and bash look. */
const reference = [
  ["/usr/local/share/man/man8/secretariat.8", "share/man/man8/secretariat.8"],
  ["/usr/share/bash-completion/completions/secretariat", "share/bash-completion/secretariat"],
] as const;

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
    for (const [path, file] of reference) {
      await ensureDirectory(host, { path: dirname(path), mode: 0o755 });
      await ensureLink(host, { path, target: join(places.current, file) });
    }
  },
};
