import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const leftovers: Check = {
  id: "PF-049",
  title: { hi: "पुरानी स्थापना के अवशेष", en: "Remains of an older installation" },
  severity: "fail",
  when: "before",
  cause: {
    hi: "{path} में पहले की स्थापना का डेटा है, पर कोई संस्करण चालू नहीं है।",
    en: "{path} holds what an earlier installation left, but no release runs here.",
  },
  remedy: {
    hi: "बीच में रुकी स्थापना हो तो “./install” फिर चलाएँ; अन्यथा उसे दूसरी जगह ले जाएँ, नई स्थापना करें और बैकअप से लौटाएँ: secretariat restore run --with-shares",
    en: "If an installation was interrupted, run “./install” again; else move it away, install anew and restore from the backups: secretariat restore run --with-shares",
  },
  async look({ machine }) {
    const isInterrupted = (await machine.names(places.installer)).includes("journal.json");
    if (isInterrupted) {
      return undefined;
    }
    for (const path of [places.documents, places.credentials]) {
      if ((await machine.names(path)).length > 0) {
        return { gaps: { path } };
      }
    }
    return undefined;
  },
};
