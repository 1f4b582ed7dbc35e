import { rotatedLogs } from "../../logs/rotation.ts";
import type { Machine } from "../machine.ts";
import type { Check } from "../check.ts";

export const logsRotated: Check = {
  id: "PF-068",
  title: { hi: "लॉग की फ़ाइलें कितने दिन रहती हैं", en: "How long files of logs are kept" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "logrotate लॉग {wanted} दिन नहीं रखेगा (site.yml: logs.keepDays): {reason}",
    en: "logrotate will not keep logs for {wanted} days (site.yml: logs.keepDays): {reason}",
  },
  remedy: {
    hi: "चलाएँ: secretariat reconfigure; फिर भी रहे तो: logrotate --debug /etc/logrotate.conf। logrotate न हो तो इसी संस्करण के बंडल का ./install फिर चलाएँ।",
    en: "Run: secretariat reconfigure; where that does not help: logrotate --debug /etc/logrotate.conf. Where there is no logrotate, run ./install of this release's bundle again.",
  },
  async look({ machine, site }) {
    const wanted = site.logs.keepDays;
    const reason = await faultOf(machine, wanted);
    return reason === undefined ? undefined : { gaps: { wanted, reason } };
  },
};

async function faultOf(machine: Machine, wanted: number): Promise<string | undefined> {
  const { code, output, errors } = await machine.ask([
    "logrotate",
    "--debug",
    "/etc/logrotate.conf",
  ]);
  const told = output + errors;
  const error = /^error: .*$/m.exec(told)?.[0];
  if (code !== 0 || error !== undefined) {
    return error ?? `logrotate: ${code}`;
  }
  const short = rotatedLogs.find(({ logs }) => daysOf(told, logs) < wanted);
  if (short) {
    return `${short.logs}: ${daysOf(told, short.logs)}`;
  }
  const timer = await machine.ask(["systemctl", "is-active", "logrotate.timer"]);
  return timer.output.trim() === "active" ? undefined : "logrotate.timer";
}

/** Such as `rotating pattern: /var/log/nginx/*.log  after 1 days (180 rotations)`; none where the rule is gone. */
function daysOf(told: string, logs: string): number {
  const line = told.split("\n").find((one) => one.startsWith(`rotating pattern: ${logs} `)) ?? "";
  const [, days = "0", files = "0"] = / after (\d+) days \((\d+) rotations\)/.exec(line) ?? [];
  return Number(days) * Number(files);
}
