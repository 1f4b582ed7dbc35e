import { z } from "zod";
import { degradations } from "../../../install/degradations.ts";
import { journalOnDisk, isUnfinished } from "../../../upgrade/journal.ts";
import { installedVersion } from "../../../install/installed-version.ts";
import { isReady } from "../../../steps/until-ready.ts";
import { words, type Words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { servingUnits, statesOfUnits, type UnitState } from "../../systemd-units.ts";
import { verb } from "../../verb.ts";

const overall: Readonly<Record<"running" | "degraded" | "down", Words>> = {
  running: words({ hi: "सब चालू है", en: "Everything runs" }),
  degraded: words({ hi: "चालू है, पर ध्यान दें", en: "Runs, but needs attention" }),
  down: words({ hi: "सेवा बंद है", en: "The service is down" }),
};
const heading = words({ hi: "{state} · संस्करण {version}", en: "{state} · release {version}" });
const unitLine = words({
  hi: "  {mark} {unit} {active}, {since} से, स्वतः पुनः प्रारंभ {restarts}",
  en: "  {mark} {unit} {active}, since {since}, restarted by itself {restarts} times",
});
const unfinished = words({
  hi: "  ! उन्नयन {to} अधूरा है: secretariat upgrade run",
  en: "  ! The upgrade to {to} is not finished: secretariat upgrade run",
});
const degraded = words({
  hi: "  ! DEGRADED: {reason}। अगला काम: {next}",
  en: "  ! DEGRADED: {reason}. Next: {next}",
});

export const status = verb({
  path: ["status"],
  words: { hi: "एक दृष्टि में: क्या चालू है", en: "At a glance: what runs" },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer, language }) {
    const [units, version, upgrade] = await Promise.all([
      statesOfUnits(servingUnits),
      installedVersion(),
      journalOnDisk.read(),
    ]);
    const found = degradations();
    const ready = await readyPorts(units);
    const state = judge(units, ready, found.length > 0 || isUnfinished(upgrade));
    say(heading, { state: overall[state][language], version: version ?? "–" });
    for (const { unit, active, since, restarts } of units) {
      say(unitLine, { mark: active === "active" ? "✓" : "✗", unit, active, since, restarts });
    }
    if (isUnfinished(upgrade)) {
      say(unfinished, { to: upgrade.to });
    }
    found.forEach(({ reason, next }) => say(degraded, { reason, next }));
    const reasons = found.map(({ reason }) => reason.en);
    answer({ state, version: version ?? null, units, ready, degraded: reasons });
    return state === "down" ? exit.failed : exit.ok;
  },
});

async function readyPorts(units: readonly UnitState[]): Promise<readonly string[]> {
  const web = units.filter(({ unit }) => unit.startsWith("secretariat-web@"));
  const asked = web.map(async ({ unit }) => {
    const number = Number(/@(\d+)/.exec(unit)?.[1] ?? 1);
    return (await isReady(9180 + number)) ? [unit] : [];
  });
  return (await Promise.all(asked)).flat();
}

function judge(
  units: readonly UnitState[],
  ready: readonly string[],
  needsAttention: boolean,
): keyof typeof overall {
  if (ready.length === 0) {
    return "down";
  }
  return needsAttention || units.some(({ active }) => active !== "active") ? "degraded" : "running";
}
