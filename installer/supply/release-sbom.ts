import { readFileSync, writeFileSync } from "node:fs";
import type { Release } from "../package/release.ts";
import { sbomPath, writeSbom } from "./sbom.ts";

/** A list of parts as CycloneDX writes it, as far as it is touched here. */
export interface Sbom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

export interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
}

/** Writes what a release consists of, under the version it is released as. */
export async function writeReleaseSbom(file: string, { version }: Release): Promise<void> {
  await writeSbom();
  const sbom = JSON.parse(readFileSync(sbomPath, "utf8")) as Sbom;
  const component = { ...sbom.metadata.component, version };
  const own = { ...sbom, metadata: { ...sbom.metadata, component } };
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
}
