import type { Check } from "../check.ts";

export const foreignNginx: Check = {
  id: "PF-015",
  title: { hi: "दूसरी साइटें (nginx)", en: "Other sites (nginx)" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "nginx में दूसरी साइटें हैं: {found}। वे उसी पते पर VPN के बाहर भी उत्तर दे सकती हैं।",
    en: "nginx serves other sites: {found}. They might answer outside the VPN.",
  },
  remedy: {
    hi: "सचिवालय के लिए अलग सर्वर लें, या /etc/nginx से उन्हें हटाएँ।",
    en: "Take a server of its own, or remove them from /etc/nginx.",
  },
  async look({ machine }) {
    const enabled = await machine.names("/etc/nginx/sites-enabled");
    const included = await machine.names("/etc/nginx/conf.d");
    const found = [...enabled, ...included].filter(
      (name) => name !== "default" && !name.startsWith("secretariat"),
    );
    return found.length > 0 ? { gaps: { found: found.join(", ") } } : undefined;
  },
};
