import { words, type TokenReach } from "../base/index.ts";

/** Parts of the work a token may be kept to, and the modules whose addresses belong to each. */
export const tokenAreas = {
  tray: { name: words("The tray and moving"), modules: ["desk", "movement", "notices"] },
  receipts: { name: words("Inward mail"), modules: ["receipts"] },
  files: { name: words("Files and notes"), modules: ["files", "notes"] },
  letters: {
    name: words("Drafts, letters and dispatch"),
    modules: ["drafting", "dispatch", "signing"],
  },
  office: {
    name: words("Units, posts and people"),
    modules: ["organisation", "calendar", "numbering"],
  },
} as const;

export type TokenArea = keyof typeof tokenAreas;

export const tokenAreaNames = Object.keys(tokenAreas) as readonly TokenArea[];

/** The modules a token reaches; a scan belongs to every area. Of an area no longer known nothing is left. */
export function reachOf(areas: readonly string[], mayWrite: boolean): TokenReach {
  const modules = tokenAreaNames
    .filter((name) => areas.includes(name))
    .flatMap((name): readonly string[] => tokenAreas[name].modules);
  return { mayWrite, modules: areas.length === 0 ? undefined : new Set([...modules, "documents"]) };
}
