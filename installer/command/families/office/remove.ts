import { z } from "zod";
import { makeHost } from "../../../host/index.ts";
import { askOffice } from "../../../offices/ask-office.ts";
import { papersOf } from "../../../offices/keep-beside.ts";
import { keepList } from "../../../offices/keep-list.ts";
import { isThere, putAway, readLeaving } from "../../../offices/put-away.ts";
import { watchOffices } from "../../../offices/watch-office.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { check, diff, lgd } from "./options.ts";
import { ofHost, tellChanges, type OfficeChange } from "./tell-changes.ts";

export const officeRemove = verb({
  path: ["office", "remove"],
  words: words({
    hi: "कार्यालय को हटाना: सूची बाहर, पहुँच समाप्त; अभिलेख यहीं रहते हैं",
    en: "Take an office out: its list is exported and access ends; its record stays",
  }),
  options: z.object({
    check,
    diff,
    leaveItems: option(
      z.boolean().default(false),
      words({
        hi: "पटलों पर पड़े प्रकरण जहाँ हैं वहीं छोड़ें",
        en: "Leave items on their desks where they lie",
      }),
    ),
  }),
  positionals: [lgd],
  needsRoot: true,
  isExclusive: true,
  run: async (call) => {
    const { options, positionals, language, say, answer } = call;
    const office = await readLeaving(positionals[0] ?? "");
    const isCheck = options.check;
    const host = makeHost({ check: isCheck, diff: options.diff });
    const exported = await askOffice<object>("export", { office, language });
    const done = await askOffice<{ changes: readonly OfficeChange[] }>("remove", {
      office,
      language,
      isCheck,
      leavesItems: options.leaveItems,
    });
    const folder = papersOf(office.lgd);
    const isNew = done.changes.length > 0 || isThere(office.lgd);
    const path = await keepList(host, { folder, exported, isNew });
    const away = await putAway(host, office);
    await watchOffices(host, office.lgd); // in a check its file still lies there
    const changes = [...done.changes, ...host.changes.map(ofHost)];
    tellChanges(call, changes);
    if (away && !isCheck) {
      say(back, { lgd: office.lgd, folder: away });
    }
    if (path) {
      say(kept, { path });
    }
    answer({ changed: changes.length, changes, export: path ?? null });
    return exit.ok;
  },
});

const back = words({
  hi: "उसकी फ़ाइलें अब {folder} में हैं। उसे फिर जोड़ने के लिए: secretariat office add {lgd} --from {folder}",
  en: "Its files lie in {folder} now. To bring it in again: secretariat office add {lgd} --from {folder}",
});
const kept = words({
  hi: "सूची यहाँ है: {path}. अब इसका बैकअप रोककर रखें: secretariat backup hold all --order …",
  en: "The list lies in {path}. Now keep a backup of it for good: secretariat backup hold all --order …",
});
