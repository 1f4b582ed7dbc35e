import { ensureSecrets } from "../secrets/index.ts";
import { words } from "../words.ts";
import type { Step } from "./step.ts";

/** Passwords and keys, made once on this machine and sealed with its own key. */
export const secretsStep: Step = {
  id: "secrets",
  title: words({ hi: "गोपनीय कुंजियाँ", en: "Secrets" }),
  apply: (host) => ensureSecrets(host),
};
