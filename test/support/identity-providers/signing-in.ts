import { v7 as newId } from "uuid";
import { insert, rows } from "../../../app/base/index.ts";
import type { Provider } from "../../../app/single-sign-on/provider-settings.ts";
import { subjectOf } from "../../../app/single-sign-on/providers.ts";
import { anOfficer, type AnOfficer } from "../builders.ts";
import type { Shown } from "../visit.ts";
import { aBrowser, comeBackBy, goThere, isIn } from "./browser.ts";

export function issuerOf(provider: Provider): string {
  return provider.kind === "oidc" ? provider.issuer : new URL(provider.baseUrl).origin;
}

/** An officer whose identity at the provider is linked, under this name there. */
export async function linkedOfficer(
  provider: Provider,
  subject = `subject-${newId().slice(-12)}`,
): Promise<AnOfficer & { subject: string }> {
  const officer = await anOfficer();
  await insert("identities", {
    id: newId(),
    accountId: officer.accountId,
    issuer: issuerOf(provider),
    subject,
    linkedAt: new Date(),
  });
  return { ...officer, subject };
}

export interface Outcome {
  readonly shown: Shown;
  readonly isIn: boolean;
  /** What the record says of refusals at this provider, oldest first. */
  readonly reasons: readonly string[];
}

/** One whole way there and back, the address on the way back changed as the case wants. */
export async function wayThereAndBack(
  provider: Provider,
  change: (back: URL) => void = () => undefined,
): Promise<Outcome> {
  const browser = aBrowser();
  const back = await goThere(browser, provider.id);
  change(back);
  const shown = await comeBackBy(browser, back);
  return { shown, isIn: isIn(browser), reasons: await reasonsAt(provider) };
}

export async function reasonsAt(provider: Provider): Promise<string[]> {
  const found = await rows<{ reason: string }>(
    `select detail->>'reason' as reason from events
     where subject_id = $id and action = 'single-sign-on.refused' order by recorded_at, id`,
    { id: subjectOf(provider).id },
  );
  return found.map(({ reason }) => reason);
}
