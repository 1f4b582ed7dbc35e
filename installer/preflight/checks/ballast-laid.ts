import { ballastFile, ballastRoom } from "../../disk/ballast.ts";
import type { Check } from "../check.ts";

export const ballastLaid: Check = {
  id: "PF-069",
  title: { hi: "डेटाबेस की डिस्क पर आपात स्थान", en: "Ballast on the disk of the database" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "कोई आपात स्थान नहीं रखा है; डिस्क भरने पर तुरंत छोड़ने को कुछ नहीं होगा।",
    en: "No ballast is kept; on the day the disk is full there is no room to give back at once.",
  },
  remedy: { hi: "रखें: secretariat disk reserve", en: "Lay it: secretariat disk reserve" },
  async look({ machine }) {
    if (await machine.entry(ballastFile)) {
      return undefined;
    }
    const { freeBytes } = await machine.space(ballastFile);
    return freeBytes < ballastRoom ? undefined : {};
  },
};
