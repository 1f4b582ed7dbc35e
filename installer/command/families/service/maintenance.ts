import { existsSync } from "node:fs";
import { z } from "zod";
import { ensureAbsent, ensureDirectory, ensureFile, makeHost } from "../../../host/index.ts";
import { maintenanceSwitch } from "../../../nginx/render-nginx.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { onOffArgument, onOffStatus } from "./on-off.ts";

const told = {
  on: words({
    hi: "अनुरक्षण चालू: सभी को अनुरक्षण की सूचना दिखती है। सर्वर के पुनः प्रारंभ पर यह अपने-आप हट जाता है।",
    en: "Maintenance is on: everybody reads that there is maintenance. It ends by itself when the server starts again.",
  }),
  off: words({ hi: "अनुरक्षण बंद: कार्यालय खुला है।", en: "Maintenance is off: the office is open." }),
} as const;

export const maintenance = verb({
  path: ["maintenance"],
  words: {
    hi: "अनुरक्षण की सूचना दिखाएँ या हटाएँ (on, off, status)",
    en: "Show or remove the page of maintenance (on, off, status)",
  },
  options: z.object({}),
  positionals: [onOffArgument],
  needsRoot: true,
  async run({ positionals, say, answer }) {
    const wish = onOffStatus(positionals);
    const host = makeHost();
    if (wish === "on") {
      await ensureDirectory(host, { path: places.run, mode: 0o755 });
      await ensureFile(host, { path: maintenanceSwitch, content: "" });
    }
    if (wish === "off") {
      await ensureAbsent(host, maintenanceSwitch);
    }
    const isOn = existsSync(maintenanceSwitch);
    say(isOn ? told.on : told.off);
    answer({ maintenance: isOn, changes: host.changes.length });
    return wish !== "status" && host.changes.length === 0 ? exit.nothingToDo : exit.ok;
  },
});
