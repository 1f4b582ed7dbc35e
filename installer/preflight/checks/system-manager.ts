import type { Check } from "../check.ts";

export const systemManager: Check = {
  id: "PF-056",
  title: { hi: "systemd", en: "systemd" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "systemd {found} है; 252 या नया चाहिए, और वही सर्वर को चलाता हो।",
    en: "systemd is {found}; 252 or newer is needed, and it must run the server.",
  },
  remedy: {
    hi: "कंटेनर में नहीं, systemd से चलने वाले Debian 12 पर स्थापित करें।",
    en: "Install on a Debian 12 that systemd runs, not in a container.",
  },
  async look({ machine }) {
    const first = (await machine.text("/proc/1/comm"))?.trim();
    const { output } = await machine.ask(["systemctl", "--version"]);
    const found = Number(/^systemd (\d+)/.exec(output)?.[1] ?? 0);
    return first === "systemd" && found >= 252 ? undefined : { gaps: { found: found || "–" } };
  },
};
