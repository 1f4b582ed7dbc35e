import { createPrivateKey, type KeyObject, type X509Certificate } from "node:crypto";
import { certificatesIn } from "../certificates/index.ts";
import { places } from "../places.ts";
import type { Context } from "./check.ts";

export interface Imported {
  readonly leaf: X509Certificate;
  /** The certificate and those above it, in the order of the file. */
  readonly chain: readonly X509Certificate[];
  readonly authority: X509Certificate | undefined;
  readonly key: KeyObject;
}

/** The certificate the site brought along; "own" where the installer makes one itself. */
export async function readImported({
  machine,
  site,
}: Context): Promise<Imported | "own" | "missing"> {
  if (site.tls.mode === "own-authority") {
    return "own";
  }
  const [certificates, key, authority] = await Promise.all(
    ["server.crt", "server.key", "authority.crt"].map((name) =>
      machine.text(`${places.tls}/${name}`),
    ),
  );
  const chain = readable(certificates);
  const [leaf] = chain;
  const opened = keyIn(key);
  return leaf && opened
    ? { leaf, chain, key: opened, authority: readable(authority)[0] }
    : "missing";
}

/** The imported certificate, where there is one to judge. */
export async function theImported(context: Context): Promise<Imported | undefined> {
  const found = await readImported(context);
  return typeof found === "string" ? undefined : found;
}

function readable(text: string | undefined): readonly X509Certificate[] {
  try {
    return certificatesIn(text ?? "");
  } catch {
    return [];
  }
}

function keyIn(text: string | undefined): KeyObject | undefined {
  try {
    return text === undefined ? undefined : createPrivateKey(text);
  } catch {
    return undefined;
  }
}
