import { manifestSchema, type Manifest } from "../bundle/manifest.ts";
import { UpgradePath } from "../upgrade/path.ts";
import type { Machine } from "./machine.ts";

export async function readBundleManifest(machine: Machine, bundle: string): Promise<Manifest> {
  return manifestSchema.parse(
    JSON.parse((await machine.text(`${bundle}/manifest.json`)) ?? "null"),
  );
}

/** The releases the bundle knows of; a bundle without the list knows itself only. */
export async function readPath(machine: Machine, bundle: string): Promise<UpgradePath> {
  const text = await machine.text(`${bundle}/upgrade-path.json`);
  return text === undefined ? { releases: [] } : UpgradePath.parse(JSON.parse(text));
}
