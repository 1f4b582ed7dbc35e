import { bringAddress } from "../../install/degradations.ts";
import { second } from "../../steps/second-host.ts";
import type { Check } from "../check.ts";

export const secondHostReached: Check = {
  id: "PF-066",
  title: { hi: "दूसरे सर्वर का पता यहाँ है", en: "The address of the second host is here" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "site.yml दूसरा सर्वर बताता है, पर {file} नहीं है: वहाँ कोई बैकअप नहीं पहुँचता।",
    en: "site.yml names a second host, but there is no {file}: no backup reaches it.",
  },
  remedy: bringAddress,
  async look({ machine, site: { backups } }) {
    const isAwaited = backups.second && !(await machine.entry(second.addressFile));
    return isAwaited ? { gaps: { file: second.addressFile } } : undefined;
  },
};
