import { escrowFile, saysProven } from "../../escrow-proven.ts";
import type { Check } from "../check.ts";

export const escrowProven: Check = {
  id: "PF-055",
  title: { hi: "कुंजियाँ निक्षेप में हैं", en: "The keys are in escrow" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "यह सिद्ध नहीं है कि अधिकारी मिलकर बैकअप की कुंजी खोल सकते हैं।",
    en: "It is not proven that the officers can open the key of the backups together.",
  },
  remedy: { hi: "चलाएँ: secretariat escrow prove", en: "Run: secretariat escrow prove" },
  async look({ machine }) {
    return saysProven((await machine.text(escrowFile)) ?? "{}") ? undefined : {};
  },
};
