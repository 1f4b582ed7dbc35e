import type { Statement } from "./pending-migration.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly lock: Statement["lock"];
  readonly isLong: boolean;
}

const name = String.raw`(?:only\s+)?"?([a-z_][a-z0-9_]*)"?`;

/** What Postgres 15 locks, by the beginning of a statement; the first rule that fits counts. */
const rules: readonly Rule[] = [
  rule(`create (?:unique )?index concurrently(?: .*?)? on ${name}`, "none", true),
  rule(`create (?:unique )?index(?: .*?)? on ${name}`, "share", true),
  rule(`alter table (?:if exists )?${name}.* validate constraint`, "none", true),
  rule(`alter table (?:if exists )?${name}.* not valid`, "exclusive", false),
  rule(
    `alter table (?:if exists )?${name}.* (?:type|add constraint|set not null|add primary key|add unique|add check|add foreign key|add exclude)`,
    "exclusive",
    true,
  ),
  rule(
    `alter table (?:if exists )?${name}.* add (?:column )?.*(?:generated always as \\(|default (?:gen_random_uuid|clock_timestamp|random))`,
    "exclusive",
    true,
  ),
  rule(`alter table (?:if exists )?${name}`, "exclusive", false),
  rule(`drop (?:table|index|view|materialized view) (?:if exists )?${name}`, "exclusive", false),
  rule(`(?:create|drop) (?:or replace )?(?:constraint )?trigger .*? on ${name}`, "share", false),
  rule(`(?:create|drop|alter) policy .*? on ${name}`, "exclusive", false),
  rule(`(?:truncate|cluster|vacuum full|lock table) (?:table )?${name}`, "exclusive", false),
  rule(`refresh materialized view ${name}`, "exclusive", true),
  rule(`(?:update|delete from|insert into|merge into) ${name}`, "none", true),
];

function rule(pattern: string, lock: Rule["lock"], isLong: boolean): Rule {
  return { pattern: new RegExp(`^${pattern.replaceAll(" ", "\\s+")}`, "is"), lock, isLong };
}

/** What others wait for while these statements run. Tables made by them are nobody's yet. */
export function classifyStatements(sql: string): readonly Statement[] {
  const pieces = splitStatements(sql);
  const made = new Set(pieces.flatMap((piece) => newTable(piece) ?? []));
  return pieces.map(classify).map((one) => (made.has(one.table ?? "") ? harmless : one));
}

const harmless: Statement = { lock: "none", isLong: false };

function newTable(piece: string): string | undefined {
  return /^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([a-z_][a-z0-9_]*)/i.exec(
    piece,
  )?.[1];
}

function classify(piece: string): Statement {
  for (const { pattern, lock, isLong } of rules) {
    const table = pattern.exec(piece)?.[1];
    if (table !== undefined) {
      return { lock, isLong, table };
    }
  }
  return harmless;
}

/** Parts at semicolons that stand outside quotes, dollar quotes and comments. */
function splitStatements(sql: string): readonly string[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  const token = /\$([a-z_]*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"[^"]*"|;|[^;$'"]+|\$/gi;
  const pieces = [""];
  for (const [part] of bare.matchAll(token)) {
    if (part === ";") {
      pieces.push("");
    } else {
      pieces.push(`${pieces.pop() ?? ""}${part}`);
    }
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}
