import { capture, mustRun } from "../../installer/host/index.ts";
import { recipientOf } from "./age.ts";

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

/** What the officers hold together. */
export interface Escrowed {
  /** The identity of age that opens the archives. */
  readonly identity: string;
  /** Fingerprint of the key that vouches for them: anybody may encrypt to the escrow, only this host signs. */
  readonly signer: string;
}

const whole = /^(AGE-SECRET-KEY-1[A-Z0-9]{58}):([\w-]{43})$/;

/** One line of 118 letters; the scheme takes at most 128. */
export function writeEscrowed({ identity, signer }: Escrowed): string {
  return `${identity}:${signer}`;
}

/**
 * Makes the secret whole again, or answers undefined. The scheme itself does not notice a wrong share: what comes
 * out is believed only when it holds the identity of this very recipient.
 */
export async function combineShares(
  shares: readonly string[],
  { threshold, recipient }: { readonly threshold: number; readonly recipient: string },
): Promise<Escrowed | undefined> {
  const distinct = new Map(shares.map((share) => [numberOfShare(share), share.trim()]));
  if (distinct.size < threshold || shares.some((share) => !isShare(share))) {
    return undefined;
  }
  const chosen = [...distinct.values()].slice(0, threshold);
  const ran = await capture(["ssss-combine", "-t", String(threshold), "-q"], {
    input: `${chosen.join("\n")}\n`,
    timeoutSeconds: 30,
  });
  const lines = `${ran.output}\n${ran.errors}`.split("\n").map((line) => whole.exec(line.trim()));
  const [, identity, signer] = lines.find((line) => line !== null) ?? [];
  return identity && signer && (await recipientOf(identity)) === recipient
    ? { identity, signer }
    : undefined;
}
