import { words } from "../../base/index.ts";

export const factorKinds = {
  app: words("App for codes"),
  passkey: words("Passkey"),
} as const;
