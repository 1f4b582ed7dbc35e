import type { Captured } from "./capture.ts";
import { markers } from "./capture.ts";
import type { Cast } from "./cast.ts";
import { filesOfWriter } from "./generate/office-size.ts";
import { isStandpoint, type Statement } from "./record-statements.ts";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const hash = /^[\da-f]{64}$/;

/**
 * The statements of one captured operation as a script of pgbench. Of a page nothing is replaced. Of a
 * write: the ids of the captured people and file become those of the client's turn, ids that were new
 * become new ones again, and counted numbers become what the statements before them returned. Choosing the
 * turn, for which row security must show every desk, costs the floor two statements more than the product has.
 */
export function scriptOf({ operation, statements }: Captured, cast: Cast): string {
  if (operation.kind === "page") {
    return statements.map((statement) => `${written(statement, new Map())};`).join("\n");
  }
  const names = replacements(statements, cast);
  const fresh = [...names.values()].filter((name) => name.startsWith(":fresh"));
  return [
    chooseTurn(
      operation.name,
      fresh.map((name) => name.slice(1)),
    ),
    ...statements.map((statement) => written(statement, names) + endOf(statement)),
  ].join("\n");
}

/** Captured value → variable of the script. */
function replacements(statements: readonly Statement[], cast: Cast): ReadonlyMap<string, string> {
  const [section] = cast.sections;
  const known: Record<string, string> = {};
  if (section) {
    const { hand, head, registry, fileIds } = section;
    for (const writer of [registry, hand]) {
      known[writer.accountId] = ":account";
      known[writer.postId] = ":post";
      known[writer.employeeId] = ":employee";
      known[writer.unitId] = ":unit";
    }
    known[head.postId] = ":target_post";
    known[head.employeeId] = ":target_employee";
    fileIds.forEach((id) => (known[id] = ":item"));
  }
  const values = statements.flatMap((statement) => statement.values);
  const fresh = (kind: "id" | "hash", pattern: RegExp) =>
    [...new Set(values)]
      .filter((value) => value !== null && pattern.test(value))
      .map((value, index) => [value ?? "", `:fresh_${kind}_${index}`] as const);
  return new Map([
    ...fresh("id", uuid),
    ...fresh("hash", hash),
    ...Object.entries(known),
    ...counted,
  ]);
}

/** Two paragraphs are written, one movement, one note, one diary number. */
const counted: readonly (readonly [string, string])[] = [
  [String(markers.movements + 1), ":movements + 1"],
  [String(markers.paragraph + 1), ":paragraphTo - 1"],
  [String(markers.paragraph + 2), ":paragraphTo"],
  [String(markers.note + 1), ":sequence"],
  [String(markers.serial + 1), ":last"],
];

const returnsNumber = /for no key update|"paragraphTo"|insert into number_series/;

function endOf({ sql }: Statement): string {
  return returnsNumber.test(sql) ? " \\gset" : ";";
}

function chooseTurn(name: string, fresh: readonly string[]): string {
  const ids = fresh.map((variable) =>
    variable.startsWith("fresh_hash")
      ? `encode(sha256(gen_random_uuid()::text::bytea), 'hex') as ${variable}`
      : `gen_random_uuid() as ${variable}`,
  );
  const turn =
    name === "diarise"
      ? `from bench.posts w, bench.posts t where w.n = bench.registry(:client_id + 1) and t.n = 1 \\gset`
      : `, i.id as item from bench.files f join items i on i.id = f.id
         join bench.posts w on w.post_id = i.holder_post_id
         join bench.posts t on t.n = bench.hand(f.section) + bench.head(f.section) - w.n
         where f.kept = :client_id * ${filesOfWriter} + :turn \\gset`;
  return `\\set turn random(1, ${filesOfWriter})
    set secretariat.standpoint = ';;;;;;;;test';
    select w.account_id as account, w.post_id as post, w.employee_id as employee, w.unit_id as unit,
      t.post_id as target_post, t.employee_id as target_employee, ${ids.join(", ")} ${turn}`;
}

function written({ sql, values }: Statement, names: ReadonlyMap<string, string>): string {
  const one = (value: string): string => names.get(value) ?? literal(value);
  const several = (value: string): string => value.split(";").map(one).join(" || ';' || ");
  const write = isStandpoint(sql) ? several : one;
  return sql.replace(/;\s*$/, "").replace(/\$(\d+)/g, (_, place: string) => {
    const value = values[Number(place) - 1] ?? null;
    return value === null ? "null" : write(value);
  });
}

/** pgbench takes a colon for the beginning of a variable even inside quotes. */
function literal(value: string): string {
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a");
  return escaped === value ? `'${value}'` : `E'${escaped}'`;
}
