import type { Module } from "./base/index.ts";
import { access } from "./access/index.ts";
import { movement } from "./movement/index.ts";
import { organisation } from "./organisation/index.ts";

/** The modules, lowest first: each may import only those that stand before it. */
export const modules: readonly Module[] = [organisation, access, movement];

export const allRoutes = modules.flatMap(({ routes }) => routes);

export const allSections = modules
  .flatMap(({ sections }) => sections)
  .toSorted((one, other) => one.order - other.order);
