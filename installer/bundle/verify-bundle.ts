import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { checkSums, manifestName, sumsName } from "./check-sums.ts";
import { manifestSchema } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { readPublicKey, verifyFile } from "./minisign.ts";
import { BundleRefused, refusals } from "./refusals.ts";

export interface Verification {
  /** The bundle as one file, or the folder it was unpacked into. */
  readonly bundle: string;
  /** The public key, as minisign writes it or its second line alone. */
  readonly key: string;
}

/** Answers with what the bundle says of itself; throws BundleRefused when any byte is not as it was signed. */
export async function verifyBundle({ bundle, key }: Verification): Promise<Manifest> {
  if (!existsSync(bundle)) {
    throw new BundleRefused(refusals.noBundle, { name: bundle });
  }
  const isFolder = statSync(bundle).isDirectory();
  return isFolder ? verifyFolder(bundle, key) : verifyTar(bundle, key);
}

async function verifyTar(tar: string, key: string): Promise<Manifest> {
  await verifySigned(tar, key);
  return readManifest(await fromTar(tar, manifestName));
}

async function verifyFolder(folder: string, key: string): Promise<Manifest> {
  const sums = join(folder, sumsName);
  await verifySigned(sums, key);
  const files = await checkSums(folder, readFileSync(sums, "utf8"));
  const manifest = readManifest(readFileSync(join(folder, manifestName), "utf8"));
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    if (files.get(name) !== sha256) {
      throw new BundleRefused(refusals.changedFile, { name });
    }
  }
  return manifest;
}

async function verifySigned(file: string, key: string): Promise<void> {
  const signature = `${file}.minisig`;
  if (!existsSync(file)) {
    throw new BundleRefused(refusals.missingFile, { name: basename(file) });
  }
  if (!existsSync(signature)) {
    throw new BundleRefused(refusals.noSignature, { name: basename(file) });
  }
  await verifyFile(file, readFileSync(signature, "utf8"), readPublicKey(key));
}

function readManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BundleRefused(refusals.badManifest);
  }
}

/** One small file out of the tar, whose folder is named like the bundle. */
async function fromTar(tar: string, name: string): Promise<string> {
  const options = ["--wildcards", "--no-wildcards-match-slash", "-xOf", tar, `*/${name}`];
  const { stdout } = await promisify(execFile)("tar", options, { maxBuffer: 32 << 20 });
  return stdout;
}
