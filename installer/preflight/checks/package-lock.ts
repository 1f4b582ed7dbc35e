import type { Machine } from "../machine.ts";
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
    const process = await lockHolder(machine);
    return process === undefined ? undefined : { gaps: { process } };
  },
};

const running = ["dpkg", "apt", "apt-get", "aptitude", "unattended-upgr"];

async function lockHolder(machine: Machine): Promise<string | undefined> {
  const numbers = (await machine.names("/proc")).filter((name) => /^\d+$/.test(name));
  const names = await Promise.all(numbers.map((one) => machine.text(`/proc/${one}/comm`)));
  const at = names.findIndex((name) => running.includes(name?.trim() ?? ""));
  return numbers[at];
}
