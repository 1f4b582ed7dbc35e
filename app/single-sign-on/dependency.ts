import { defineDependency } from "../base/index.ts";
import { providerUp } from "./metrics.ts";
import { ask, providers, type Provider } from "./providers.ts";

/** Up while every provider answers something: what it says is judged where somebody signs in. */
defineDependency("single-sign-on", async () => {
  const several = providers();
  return several.length === 0
    ? undefined
    : (await Promise.all(several.map(answers))).every((isUp) => isUp);
});

async function answers(provider: Provider): Promise<boolean> {
  const address = provider.kind === "oidc" ? provider.issuer : provider.baseUrl;
  const isUp = await ask(provider, address, { milliseconds: 2_500 }).then(
    () => true,
    () => false,
  );
  providerUp.set({ provider: provider.id }, Number(isUp));
  return isUp;
}
