import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Component, Sbom } from "../supply/release-sbom.ts";
import type { LockedPackage } from "./debian-lock.ts";

/** Joins the parts of the product and the Debian packages in one list (CycloneDX 1.6). */
export function writeBundleSbom(
  file: string,
  tree: string,
  packages: readonly LockedPackage[],
): void {
  const sbom = JSON.parse(readFileSync(join(tree, "sbom.json"), "utf8")) as Sbom;
  const components = [...sbom.components, ...packages.map(componentOf)];
  writeFileSync(file, `${JSON.stringify({ ...sbom, components }, null, 2)}\n`);
}

function componentOf({ name, version, sha256, file }: LockedPackage): Component & DebianFacts {
  const architecture = file.endsWith("_all.deb") ? "all" : "amd64";
  const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=debian-12`;
  const hashes = [{ alg: "SHA-256", content: sha256 }];
  return { type: "library", "bom-ref": purl, name, version, purl, hashes };
}

interface DebianFacts {
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}
