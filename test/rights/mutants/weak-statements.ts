import { database } from "../../../app/base/index.ts";
import { reader, reasons, visibleTo } from "../../../app/movement/visibility.ts";
import { consult } from "./switchboard.ts";

interface Weakening {
  readonly name: string;
  readonly find: string;
  readonly put: string;
}

const plain = (sql: string): string => sql.replace(/\s+/g, " ").trim();

/** Each reason to see an item, given to everybody and taken from everybody, wherever a statement asks for it. */
function weakReasons(): Weakening[] {
  return ["i", "parent"].flatMap((alias) =>
    reasons.flatMap(({ holds, name }) => {
      const find = plain(holds(alias, reader));
      return [
        { name: `reason “${name}” for everybody (${alias})`, find, put: "true" },
        { name: `reason “${name}” for nobody (${alias})`, find, put: "false" },
      ];
    }),
  );
}

/** What binds a statement to the one who asks: his post, account, unit; and the whole condition of seeing. */
const binds =
  /[\w.]+ = (?:any\()?\$(?:viewerPost|post|postId|account|accountId|own|office|unit)(?:::uuid)?\b\)?/g;

const general: readonly Weakening[] = [
  ...weakReasons(),
  ...["i", "parent"].map((alias) => ({
    name: `confidential as normal (${alias})`,
    find: `${alias}.classification = 'normal'`,
    put: "true",
  })),
];

/** What decides, at the door, who somebody is today. */
export const doors: readonly Weakening[] = [
  {
    name: "a charge that has ended",
    find: "and (c.until_on is null or c.until_on >= $day)",
    put: "",
  },
  { name: "a charge that has not begun", find: "and c.from_on <= $day", put: "" },
  { name: "a suspended account", find: "a.disabled_at is not null as", put: "false as" },
  { name: "a one-time password", find: "a.must_change as", put: "false as" },
  { name: "an owed factor", find: "then 'proof'", put: "then null" },
  { name: "a revoked token", find: "revoked_at is null", put: "true" },
  { name: "a token past its time", find: "expires_at > $at", put: "true" },
  {
    name: "a right that has ended",
    find: "and (g.until_on is null or g.until_on >= $day::date)",
    put: "",
  },
  { name: "a right that has not begun", find: "and g.from_on <= $day::date", put: "" },
];

const known = new Map<string, readonly Weakening[]>();

/** Puts a switch on every condition of every statement that is run, by which it holds for all. */
export function switchStatements(): void {
  const base = database();
  const query = base.query.bind(base);
  const weakly = (sql: unknown, options: unknown) =>
    query((typeof sql === "string" ? weakened(sql) : sql) as never, options as never);
  Object.assign(base, { query: weakly });
}

function weakened(sql: string): string {
  if (!/\$(viewer|post|account|own|office|unit|hash)/.test(sql)) {
    return sql;
  }
  const text = plain(sql);
  let changed = text;
  for (const { find, name, put } of weakeningsOf(text)) {
    if (consult(name)) {
      changed = changed.replaceAll(find, put);
    }
  }
  return changed === text ? sql : changed;
}

function weakeningsOf(text: string): readonly Weakening[] {
  const found = known.get(text) ?? [
    ...[...general, ...doors].filter(({ find }) => text.includes(find)),
    ...ownWeakenings(text),
  ];
  known.set(text, found);
  return found;
}

/** This statement alone: without its condition of seeing; a finder without what binds it to the asker. */
function ownWeakenings(text: string): Weakening[] {
  const mark = text.replace(/\$\w+/g, "").slice(0, 70);
  const seeing = ["i", "parent", "file"]
    .map((alias) => plain(visibleTo(alias)))
    .filter((condition) => text.includes(condition))
    .map((find) => ({ name: `seeing in “${mark}”`, find, put: "true" }));
  const besides = seeing.reduce((rest, { find }) => rest.replaceAll(find, ""), text);
  const isFinder = /^select\b.* where (\w+\.)?id = \$/.test(text);
  const bound = [...new Set(isFinder ? besides.match(binds) : [])].map((find) => ({
    name: `“${find}” in “${mark}”`,
    find,
    put: "true",
  }));
  return [...seeing, ...bound];
}
