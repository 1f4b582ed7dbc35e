import type { Check } from "../check.ts";

export const sealedSecrets: Check = {
  id: "PF-058",
  title: { hi: "गुप्त बातें मुहरबंद रखना", en: "Keeping secrets sealed" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "systemd-creds उपलब्ध नहीं है; गुप्त बातें इस सर्वर की कुंजी से बंद नहीं की जा सकतीं।",
    en: "systemd-creds is not available; secrets could not be sealed with this server's key.",
  },
  remedy: {
    hi: "पैकेज systemd फिर से स्थापित करें: apt-get install --reinstall systemd",
    en: "Install the package systemd again: apt-get install --reinstall systemd",
  },
  async look({ machine }) {
    const { code } = await machine.ask(["systemd-creds", "--version"]);
    return code === 0 ? undefined : {};
  },
};
