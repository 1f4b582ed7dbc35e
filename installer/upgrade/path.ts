import { z } from "zod";
import { words, type Words } from "../words.ts";
import { compareVersions } from "./compare-versions.ts";

const Release = z.object({
  version: z.string(),
  /** The oldest release that may move to this one directly. */
  minFrom: z.string(),
  /** Stops that need not be made any more because this release does their work too. */
  supersedes: z.array(z.string()),
});

/** Every release there was, as `upgrade-path.json` lists them. */
export const UpgradePath = z.object({ releases: z.array(Release) });

export type KnownRelease = z.output<typeof Release>;
export type UpgradePath = z.output<typeof UpgradePath>;

export interface Jump {
  readonly from: string;
  readonly to: KnownRelease;
}

export interface PathRefusal {
  readonly kind: "same" | "downgrade" | "too-far";
  readonly words: Words;
  /** The bundles to install one after the other; the last is the one that was asked for. None is known: empty. */
  readonly route: readonly string[];
}

/** Why one may not move straight to a release; undefined when one may. */
export function refusalOf(path: UpgradePath, { from, to }: Jump): PathRefusal | undefined {
  const order = compareVersions(from, to.version);
  if (order === 0) {
    return { kind: "same", words: alreadyThere, route: [] };
  }
  if (order > 0) {
    return { kind: "downgrade", words: noWayBack, route: [] };
  }
  const known = withRelease(path, to);
  return mayMove(known, from, to)
    ? undefined
    : { kind: "too-far", words: tooFar, route: routeTo(known, { from, to }) };
}

const alreadyThere = words({
  hi: "संस्करण {to} पहले से चालू है।",
  en: "Release {to} runs already.",
});
const noWayBack = words({
  hi: "{from} से पुराने {to} पर नहीं जा सकते। पिछले संस्करण पर लौटने के लिए: secretariat upgrade rollback; उससे पुराने के लिए बैकअप से पुनर्स्थापना।",
  en: "There is no way from {from} back to {to}. For the release before: secretariat upgrade rollback; for an older one, restore a backup.",
});
const tooFar = words({
  hi: "{from} से सीधे {to} पर नहीं जा सकते। ये बंडल इसी क्रम में लाएँ और स्थापित करें: {route}",
  en: "There is no way from {from} straight to {to}. Fetch and install these bundles in this order: {route}",
});

/** The shortest way by direct moves, each as far as it goes. Stops that were superseded are not asked for. */
export function routeTo(path: UpgradePath, { from, to }: Jump): readonly string[] {
  const retired = new Set(path.releases.flatMap(({ supersedes }) => supersedes));
  const stops = path.releases
    .filter(({ version }) => !retired.has(version) && compareVersions(version, to.version) <= 0)
    .toSorted((one, other) => compareVersions(other.version, one.version));
  const seen = new Set<string>([from]);
  let ways: readonly (readonly string[])[] = [[]];
  while (ways.length > 0) {
    const next = ways.flatMap((way) =>
      stops
        .filter((stop) => !seen.has(stop.version) && mayMove(path, way.at(-1) ?? from, stop))
        .map((stop) => {
          seen.add(stop.version);
          return [...way, stop.version];
        }),
    );
    const arrived = next.find((way) => way.at(-1) === to.version);
    if (arrived) {
      return arrived;
    }
    ways = next;
  }
  return [];
}

function mayMove(path: UpgradePath, from: string, to: KnownRelease): boolean {
  const oldest = oldestStart(path, to);
  return compareVersions(from, oldest) >= 0 && compareVersions(from, to.version) < 0;
}

/** A release that supersedes the very stop it asks for may be reached from wherever that stop could be. */
function oldestStart(path: UpgradePath, { minFrom, supersedes }: KnownRelease): string {
  const stop = path.releases.find(
    ({ version }) => version === minFrom && supersedes.includes(version),
  );
  return stop && compareVersions(stop.minFrom, minFrom) < 0
    ? oldestStart(path, { ...stop, supersedes })
    : minFrom;
}

function withRelease(path: UpgradePath, release: KnownRelease): UpgradePath {
  const others = path.releases.filter(({ version }) => version !== release.version);
  return { releases: [...others, release] };
}
