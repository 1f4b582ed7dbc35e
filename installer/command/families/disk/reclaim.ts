import { z } from "zod";
import { releaseBallast } from "../../../disk/ballast.ts";
import { needlessBundles } from "../../../disk/report.ts";
import { ensureAbsent, makeHost, mustRun } from "../../../host/index.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { inWords } from "./report.ts";

const removed = words({ hi: "हटाया: {path}", en: "Removed: {path}" });
const given = words({
  hi: "आपात स्थान के {size} छोड़े गए। अब कारण दूर करें, फिर: secretariat disk reserve",
  en: "{size} of ballast were given back. Now remove the cause, then: secretariat disk reserve",
});
const nothing = words({ hi: "हटाने योग्य कुछ नहीं मिला।", en: "There was nothing to remove." });

export const diskReclaim = verb({
  path: ["disk", "reclaim"],
  words: {
    hi: "अनावश्यक बंडल और पैकेज-प्रतियाँ हटाएँ; --ballast आपात स्थान छोड़ता है",
    en: "Remove bundles and copies of packages nobody needs; --ballast gives its room back",
  },
  options: z.object({
    ballast: option(z.boolean().default(false), {
      hi: "आपात स्थान भी छोड़ें: डिस्क भर गई हो तब",
      en: "Give back the ballast too: when the disk is full",
    }),
  }),
  needsRoot: true,
  async run({ options, say, answer }) {
    const host = makeHost();
    const bytes = options.ballast ? await releaseBallast() : 0;
    for (const path of await needlessBundles()) {
      await ensureAbsent(host, path);
      say(removed, { path });
    }
    await mustRun(["apt-get", "clean"]);
    if (bytes > 0) {
      say(given, { size: inWords(bytes) });
    }
    const isNothing = bytes === 0 && host.changes.length === 0;
    if (isNothing) {
      say(nothing);
    }
    answer({ ballastBytes: bytes, removed: host.changes.map(({ what }) => what) });
    return isNothing ? exit.nothingToDo : exit.ok;
  },
});
