import type { Check } from "../check.ts";

export const systemUser: Check = {
  id: "PF-017",
  title: { hi: "सिस्टम उपयोगकर्ता", en: "System user" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "उपयोगकर्ता “secretariat” पहले से किसी और काम के लिए है (uid {uid}, {home})।",
    en: "The user “secretariat” already exists for something else (uid {uid}, {home}).",
  },
  remedy: {
    hi: "उस उपयोगकर्ता का नाम बदलें: usermod -l; हमारा उपयोगकर्ता uid 1000 से नीचे और बिना लॉगिन का होता है।",
    en: "Rename that user with usermod -l; ours is a system user below uid 1000 that cannot sign in.",
  },
  async look({ machine }) {
    const users = (await machine.text("/etc/passwd")) ?? "";
    const line = users.split("\n").find((user) => user.startsWith("secretariat:"));
    const [, , uid = "", , , home = "", shell = ""] = line?.split(":") ?? [];
    const isOurs = Number(uid) < 1000 && /nologin|false/.test(shell);
    return line === undefined || isOurs ? undefined : { gaps: { uid, home } };
  },
};
