import { z } from "zod";
import { degradations } from "../../../install/degradations.ts";
import { journalOnDisk, isUnfinished } from "../../../upgrade/journal.ts";
import { installedVersion } from "../../../install/installed-version.ts";
import { isReady } from "../../../steps/until-ready.ts";
import { textOf } from "../../../text-of.ts";
import { filled, words, type Words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { servingUnits, statesOfUnits, type UnitState } from "../../systemd-units.ts";
import { verb } from "../../verb.ts";
import { whyReadingOnly } from "./reading-only.ts";

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
const readingOnly = words({
  hi: "  ! {reading} समाप्त करने के लिए: secretariat readonly off",
  en: "  ! {reading} To end it: secretariat readonly off",
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
    const reading = await whyReadingOnly(await figuresOf(units));
    const troubles = [
      ...(isUnfinished(upgrade) ? [filled(unfinished, { to: upgrade.to })] : []),
      ...(reading ? [filled(readingOnly, { reading })] : []),
      ...found.map(({ reason, next }) => filled(degraded, { reason, next })),
    ];
    const state = judge(units, ready, troubles.length > 0);
    say(heading, { state: overall[state][language], version: version ?? "–" });
    for (const { unit, active, since, restarts } of units) {
      say(unitLine, { mark: active === "active" ? "✓" : "✗", unit, active, since, restarts });
    }
    troubles.forEach((trouble) => say(trouble));
    const reasons = found.map(({ reason }) => reason.en);
    const readOnly = reading?.en ?? null;
    answer({ state, version: version ?? null, units, ready, readOnly, degraded: reasons });
    return state === "down" ? exit.failed : exit.ok;
  },
});

async function readyPorts(units: readonly UnitState[]): Promise<readonly string[]> {
  const asked = webIn(units).map(async ({ unit, health }) =>
    (await isReady(health)) ? [unit] : [],
  );
  return (await Promise.all(asked)).flat();
}

/** What each web process tells of itself; nothing of one that does not answer. */
function figuresOf(units: readonly UnitState[]): Promise<readonly string[]> {
  return Promise.all(
    webIn(units).map(({ health }) => textOf(`http://127.0.0.1:${health}/metrics`)),
  );
}

function webIn(units: readonly UnitState[]) {
  return units
    .filter(({ unit }) => unit.startsWith("secretariat-web@"))
    .map(({ unit }) => ({ unit, health: 9180 + Number(/@(\d+)/.exec(unit)?.[1] ?? 1) }));
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
