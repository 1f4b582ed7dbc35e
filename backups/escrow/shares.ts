import { capture, mustRun } from "../../installer/host/index.ts";
import { isSecret, recipientOf } from "./age.ts";

/** One officer's part of the secret, as one line of text: `escrow-3-a41f…`. */
const shape = /^[a-z0-9]+-([1-9])-([0-9a-f]+)$/;

export function isShare(text: string): boolean {
  return shape.test(text.trim());
}

export function numberOfShare(share: string): number {
  return Number(shape.exec(share.trim())?.[1] ?? 0);
}

/** Splits a secret so that any `threshold` of the shares make it whole, and fewer tell nothing of it. */
export async function splitSecret(
  secret: string,
  { shares, threshold }: { readonly shares: number; readonly threshold: number },
): Promise<string[]> {
  const how = ["-t", String(threshold), "-n", String(shares), "-w", "escrow", "-q"];
  const output = await mustRun(["ssss-split", ...how], { input: `${secret}\n` });
  const lines = output.split("\n").filter(isShare);
  if (lines.length !== shares) {
    throw new Error(`ssss-split made ${lines.length} shares of ${shares}`);
  }
  return lines;
}

/**
 * Makes the secret whole again, or answers undefined. The scheme itself does not notice a wrong share: what comes
 * out is believed only when it is the identity of this very recipient.
 */
export async function combineShares(
  shares: readonly string[],
  { threshold, recipient }: { readonly threshold: number; readonly recipient: string },
): Promise<string | undefined> {
  const distinct = new Map(shares.map((share) => [numberOfShare(share), share.trim()]));
  if (distinct.size < threshold || shares.some((share) => !isShare(share))) {
    return undefined;
  }
  const chosen = [...distinct.values()].slice(0, threshold);
  const ran = await capture(["ssss-combine", "-t", String(threshold), "-q"], {
    input: `${chosen.join("\n")}\n`,
    timeoutSeconds: 30,
  });
  const secret = `${ran.output}\n${ran.errors}`.split("\n").find((line) => isSecret(line.trim()));
  return secret && (await recipientOf(secret.trim())) === recipient ? secret.trim() : undefined;
}
