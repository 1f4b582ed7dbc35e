import { ePramaan } from "./e-pramaan/e-pramaan.ts";
import { openId } from "./open-id/open-id.ts";
import { parichay } from "./parichay/parichay.ts";
import type { Adapter } from "./proved.ts";
import type { Provider } from "./provider-settings.ts";

export function adapterOf(provider: Provider): Adapter {
  switch (provider.kind) {
    case "oidc":
      return openId(provider);
    case "parichay":
      return parichay(provider);
    case "e-pramaan":
      return ePramaan(provider);
  }
}
