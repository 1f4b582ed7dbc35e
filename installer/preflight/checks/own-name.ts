import type { Check } from "../check.ts";

export const ownName: Check = {
  id: "PF-062",
  title: { hi: "सर्वर अपना नाम जानता है", en: "The server knows its own name" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "सर्वर का नाम {name} किसी पते पर नहीं ले जाता; sudo और मेल धीमे होंगे।",
    en: "The server's name {name} leads to no address; sudo and mail will be slow.",
  },
  remedy: {
    hi: "/etc/hosts में लिखें: 127.0.1.1 {name}",
    en: "Add to /etc/hosts: 127.0.1.1 {name}",
  },
  async look({ machine }) {
    const name = (await machine.text("/etc/hostname"))?.trim() ?? "";
    const found = name === "" ? [] : await machine.lookUp(name);
    return found.length > 0 ? undefined : { gaps: { name: name || "–" } };
  },
};
