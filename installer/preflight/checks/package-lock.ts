import { lockHolder } from "../lock-holders.ts";
import type { Check } from "../check.ts";

export const packageLock: Check = {
  id: "PF-044",
  title: { hi: "पैकेज-प्रबंधक खाली है", en: "The package manager is free" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "कोई और अभी पैकेज स्थापित कर रहा है (प्रक्रिया {process})।",
    en: "Somebody else is installing packages now (process {process}).",
  },
  remedy: {
    hi: "उसके पूरा होने की प्रतीक्षा करें; unattended-upgrades हो तो: systemctl stop unattended-upgrades",
    en: "Wait until it ends; if it is unattended-upgrades: systemctl stop unattended-upgrades",
  },
  async look({ machine }) {
    const holders = await Promise.all(locks.map((path) => lockHolder(machine, path)));
    const process = holders.find((one) => one !== undefined);
    return process === undefined ? undefined : { gaps: { process } };
  },
};

/**
 * What an installation must lock itself. Who merely runs says nothing: unattended-upgrades waits for the shutdown all
 * day, and `dpkg --verify` locks nothing. The lists of the machine are not here: we read our own.
 */
const locks = ["/var/lib/dpkg/lock-frontend", "/var/lib/dpkg/lock", "/var/cache/apt/archives/lock"];
