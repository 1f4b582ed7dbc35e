import { z } from "zod";
import { reportDisk } from "../../../disk/report.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const disk = words({ hi: "{path}: {total} में से {free} खाली", en: "{path}: {free} of {total} free" });
const ballast = words({
  hi: "आपात स्थान: {size} (secretariat disk reclaim --ballast)",
  en: "Ballast: {size} (secretariat disk reclaim --ballast)",
});

export const diskReport = verb({
  path: ["disk", "report"],
  words: { hi: "स्थान कहाँ गया", en: "Where the room went" },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    const report = await reportDisk();
    report.disks.forEach(({ path, freeBytes, totalBytes }) =>
      say(disk, { path, free: inWords(freeBytes), total: inWords(totalBytes) }),
    );
    report.folders.forEach(({ path, bytes }) => say(`  ${inWords(bytes).padStart(10)}  ${path}`));
    say(ballast, { size: inWords(report.ballastBytes) });
    answer({ ...report });
    return exit.ok;
  },
});

export function inWords(bytes: number): string {
  return bytes >= 1024 ** 3
    ? `${(bytes / 1024 ** 3).toFixed(1)} GiB`
    : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
