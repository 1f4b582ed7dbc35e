import { z } from "zod";
import { capture } from "../../../host/index.ts";
import { places } from "../../../places.ts";
import { preflight } from "../../../preflight/preflight.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const failed = words({
  hi: "✗ असफल इकाई: {unit}। देखें: journalctl -u {unit} -n 50",
  en: "✗ Failed unit: {unit}. See: journalctl -u {unit} -n 50",
});
const found = words({ hi: "{mark} {id} {title}: {cause}", en: "{mark} {id} {title}: {cause}" });
const remedyLine = words({ hi: "    उपाय: {remedy}", en: "    Remedy: {remedy}" });
const well = words({
  hi: "कोई दोष नहीं मिला ({count} जाँचें)।",
  en: "Nothing wrong was found ({count} checks).",
});

/** One command that people do run: everything preflight looks at, and what systemd says has failed. */
export const doctor = verb({
  path: ["doctor"],
  words: {
    hi: "सब कुछ जाँचें और उपाय बताएँ; कुछ नहीं बदलता",
    en: "Look at everything and tell the remedies; changes nothing",
  },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer, language }) {
    const [{ results }, units] = await Promise.all([
      preflight({ site: places.site }),
      failedUnits(),
    ]);
    const wrong = results.filter(({ outcome }) => outcome !== "pass");
    units.forEach((unit) => say(failed, { unit }));
    for (const { id, title, outcome, cause, remedy } of wrong) {
      const mark = outcome === "fail" ? "✗" : "!";
      say(found, { mark, id, title: title[language], cause: cause?.[language] ?? "" });
      if (remedy) {
        say(remedyLine, { remedy: remedy[language] });
      }
    }
    if (wrong.length + units.length === 0) {
      say(well, { count: results.length });
    }
    answer({ failedUnits: units, findings: wrong, checks: results.length });
    const isIll = units.length > 0 || wrong.some(({ outcome }) => outcome === "fail");
    return isIll ? exit.failed : exit.ok;
  },
});

async function failedUnits(): Promise<readonly string[]> {
  const list = ["systemctl", "list-units", "--failed", "--plain", "--no-legend"];
  const { output } = await capture(list);
  return output.split("\n").flatMap((line) => line.trim().split(/\s+/)[0] || []);
}
