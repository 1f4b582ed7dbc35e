import { resolve } from "node:path";
import { z } from "zod";
import type { PendingMigration } from "../../../upgrade/pending-migration.ts";
import { inGigabytes, makePlan, type Plan } from "../../../upgrade/plan.ts";
import { thisHost } from "../../../upgrade/this-host/index.ts";
import { words, type Words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb, type Call } from "../../verb.ts";

export const bundleArgument = {
  name: "BUNDLE",
  words: words({ hi: "बंडल की .tar फ़ाइल या उसका फ़ोल्डर", en: "The bundle, its .tar or its folder" }),
};

export const upgradePlan = verb({
  path: ["upgrade", "plan"],
  words: {
    hi: "बंडल जाँचें और बताएँ कि उन्नयन में क्या होगा; कुछ नहीं बदलता",
    en: "Judge a bundle and tell what an upgrade will do; changes nothing",
  },
  options: z.object({}),
  positionals: [bundleArgument],
  needsRoot: true,
  async run(call) {
    const machine = await thisHost(({ hi, en }) => call.say({ hi, en }));
    const plan = await makePlan(machine, resolve(call.positionals[0] ?? ""));
    tell(call, plan);
    call.answer({ ...plan });
    return exit.ok;
  },
});

const lines = {
  path: words({ hi: "उन्नयन: {from} → {to}", en: "Upgrade: {from} → {to}" }),
  disk: words({
    hi: "डिस्क: {needed} GiB चाहिए, {free} GiB खाली",
    en: "Disk: {needed} GiB needed, {free} GiB free",
  }),
  usual: words({
    hi: "site.yml में न लिखी कुंजी {key}: {before} → {after}",
    en: "A key that site.yml leaves out, {key}: {before} → {after}",
  }),
  updates: words({
    hi: "Debian के पैकेजों में सुधार: {names}",
    en: "Updates of Debian's packages: {names}",
  }),
  none: words({ hi: "डेटाबेस में कोई बदलाव नहीं", en: "No steps of the database" }),
  steps: words({ hi: "डेटाबेस के बदलाव: {count}", en: "Steps of the database: {count}" }),
  step: words({
    hi: "  {name}: {lock}, लगभग {seconds} से. {tables}",
    en: "  {name}: {lock}, about {seconds} s {tables}",
  }),
  wait: words({
    hi: "सेवा बंद नहीं होगी। तालिकाओं के ताले पर प्रतीक्षा: लगभग {seconds} से.",
    en: "The service goes on. Waiting at locked tables: about {seconds} s",
  }),
} as const;

const locks: Readonly<Record<PendingMigration["lock"], Words>> = {
  none: words({ hi: "किसी को नहीं रोकता", en: "nobody waits" }),
  share: words({ hi: "लिखने वाले रुकते हैं", en: "writers wait" }),
  exclusive: words({ hi: "सभी रुकते हैं", en: "everybody waits" }),
};

function tell({ say, language }: Call, plan: Plan): void {
  const { from, to, disk, migrations, usual, updates, waitSeconds } = plan;
  say(lines.path, { from, to });
  say(lines.disk, { needed: inGigabytes(disk.neededBytes), free: inGigabytes(disk.freeBytes) });
  for (const { key, before, after } of usual) {
    say(lines.usual, { key, before: before ?? "–", after: after ?? "–" });
  }
  if (updates.length > 0) {
    say(lines.updates, { names: updates.join(", ") });
  }
  say(migrations.length === 0 ? lines.none : lines.steps, { count: migrations.length });
  for (const { name, lock, seconds, tables } of migrations) {
    say(lines.step, { name, lock: locks[lock][language], seconds, tables: tables.join(", ") });
  }
  say(lines.wait, { seconds: waitSeconds });
}
