import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const releaseWhole: Check = {
  id: "PF-064",
  title: { hi: "चालू संस्करण की फ़ाइलें", en: "Files of the release that runs" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "संस्करण की फ़ाइलें बदली गई हैं: {found}",
    en: "Files of the release were changed: {found}",
  },
  remedy: {
    hi: "किसने बदला, पता करें; फिर वही बंडल फिर से स्थापित करें।",
    en: "Find out who changed them, then install the same bundle again.",
  },
  async look({ machine, installed }) {
    const { output } = await machine.ask(["dpkg", "--verify", `secretariat-${installed}`]);
    const found = output
      .split("\n")
      .map((line) => line.trim().split(/\s+/).at(-1) ?? "")
      .filter((path) => path.startsWith(places.releases));
    return found.length > 0 ? { gaps: { found: found.slice(0, 3).join(", ") } } : undefined;
  },
};
