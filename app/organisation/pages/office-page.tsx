import { formatNumber, nameOf, t } from "../../base/index.ts";
import { Disclosure, EmptyState, Figures, Mixed, PageHeading } from "../../ui/index.ts";
import type { OfficeCounts, UnitLine } from "../unit-queries.ts";
import { unitKinds, type UnitKind } from "../unit.ts";
import { OfficeTabs } from "./office-tabs.tsx";
import { SearchLine } from "./search-line.tsx";

export interface OfficeProps {
  readonly q: string | undefined;
  readonly counts: OfficeCounts;
  /** The upper part of the tree, or what was found. */
  readonly units: readonly UnitLine[];
  readonly administers: boolean;
}

/** The office from above: how large it is, and its units as they stand under one another. */
export function OfficePage({ q, counts, units, administers }: OfficeProps) {
  return (
    <>
      <PageHeading title={t("Office")} hint={t("Units, posts and the people who hold them")} />
      <OfficeTabs current="units" administers={administers} />
      <Figures
        figures={[
          { label: t("Units"), value: counts.units, href: "/office" },
          { label: t("Posts"), value: counts.posts, href: "/office/posts" },
          { label: t("Vacant posts"), value: counts.vacant, href: "/office/posts?vacant=true" },
          { label: t("People"), value: counts.people, href: "/office/people" },
        ]}
      />
      <SearchLine action="/office" label={t("Find a unit")} q={q} />
      {q === undefined ? <Tree units={units} /> : <Found units={units} />}
    </>
  );
}

function Found({ units }: { readonly units: readonly UnitLine[] }) {
  return units.length === 0 ? (
    <EmptyState title={t("Nothing was found")} />
  ) : (
    <UnitList units={units} below={() => []} withKind />
  );
}

/** What stands under the state, one fold for each kind; the usual one is open. */
function Tree({ units }: { readonly units: readonly UnitLine[] }) {
  const root = units.find(({ kind }) => kind === "state") ?? units[0];
  if (!root) {
    return <EmptyState title={t("No unit is set up yet.")} />;
  }
  const below = (id: string) => units.filter(({ parentId }) => parentId === id);
  const top = below(root.id);
  const kinds = [...new Set(top.map(({ kind }) => kind))];
  return (
    <>
      <p class="tree-root">
        <a href={`/office/units/${root.id}`}>
          <Mixed text={nameOf(root)} />
        </a>
      </p>
      {kinds.map((kind) => {
        const ofKind = top.filter((unit) => unit.kind === kind);
        return (
          <Disclosure key={kind} title={heading(kind, ofKind.length)} open>
            <UnitList units={ofKind} below={below} />
          </Disclosure>
        );
      })}
    </>
  );
}

function heading(kind: UnitKind, count: number): string {
  return t("{kind} ({count})", { kind: t(unitKinds[kind]), count: formatNumber(count) });
}

interface UnitListProps {
  readonly units: readonly UnitLine[];
  readonly below: (id: string) => readonly UnitLine[];
  readonly withKind?: boolean;
}

/** Units as links, each with what it holds, and those under it that are already read. */
function UnitList({ units, below, withKind }: UnitListProps) {
  return (
    <ul class="unit-list">
      {units.map((unit) => (
        <li key={unit.id}>
          <a href={`/office/units/${unit.id}`}>
            <Mixed text={nameOf(unit)} />
          </a>{" "}
          <span class="quiet">
            {withKind === true && `${t(unitKinds[unit.kind])} · `}
            {holds(unit)}
          </span>
          {below(unit.id).length > 0 && <UnitList units={below(unit.id)} below={below} />}
        </li>
      ))}
    </ul>
  );
}

function holds({ units, posts }: UnitLine): string {
  const gaps = { units: formatNumber(units), posts: formatNumber(posts) };
  return units > 0 ? t("Units: {units}, posts: {posts}", gaps) : t("Posts: {posts}", gaps);
}
