import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import { conflict, insert, now, record, rows, today, transaction } from "../base/index.ts";
import type { OfficeDefinition } from "./definition.ts";
import { officeRule, ownUnits } from "./own-units.ts";
import { idOf, type Undertaking } from "./undertaking.ts";
import { ruleOf } from "./steps/rules.ts";
import { unitIds } from "./steps/units.ts";

/** What is kept of an office beside its unit. */
export interface OfficeRule {
  readonly lgd: string;
  readonly state: "working" | "left";
  readonly mail: string | null;
  /** Where its people stand in the directory, while it works here. */
  readonly directory: OfficeDefinition["directory"] | null;
}

/** Notes that the office works here, with what no other module keeps. */
export async function keepOfficeRule(
  undertaking: Undertaking,
  state: OfficeRule["state"],
): Promise<void> {
  const { office, tell } = undertaking;
  const unitId = idOf(await unitIds(), office.code, "code");
  const { lgd } = office;
  const mail = office.mail?.office ?? null;
  const directory = state === "working" ? (office.directory ?? null) : null;
  const value = { lgd, state, mail, directory };
  await refuseTaken(lgd, office.code);
  if (isDeepStrictEqual(await ruleOf(officeRule, unitId), value)) {
    return;
  }
  await writeRule(undertaking, unitId, value);
  tell({ step: "office", what: `${state === "left" ? "end" : "keep"} ${office.code}`, after: lgd });
}

/** Two offices of one LGD code would hide each other. */
async function refuseTaken(lgd: string, code: string): Promise<void> {
  const other = (await listOffices()).find(
    (one) => one.lgd === lgd && one.code.toLowerCase() !== code.toLowerCase(),
  );
  if (other?.state === "working") {
    throw conflict("The LGD code {lgd} is that of {code}.", { lgd, code: other.code });
  }
}

function writeRule(
  { actor, office, despiteEscrow = false }: Undertaking,
  unitId: string,
  value: OfficeRule,
): Promise<void> {
  return transaction(async () => {
    const id = newId();
    const [fromOn, orderNumber] = [today(now()), office.order];
    await insert("parameters", { id, name: officeRule, unitId, value, fromOn, orderNumber });
    await (value.state === "left"
      ? record(actor, "offices.office-left", about(unitId, value))
      : record(actor, "offices.office-brought-in", about(unitId, value, { despiteEscrow })));
  });
}

function about(unitId: string, { lgd, mail, directory }: OfficeRule, more: object = {}) {
  const detail = { lgd, mail, directory: directory?.base ?? null, ...more };
  return { subject: { type: "unit", id: unitId }, detail };
}

export interface OfficeLine {
  readonly lgd: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly state: OfficeRule["state"];
  readonly since: string;
  readonly posts: number;
  readonly people: number;
}

/** Every office that was ever brought in, by its LGD code. */
export function listOffices(): Promise<OfficeLine[]> {
  return rows<OfficeLine>(
    `select distinct on (lgd) r.value->>'lgd' as lgd, u.code, u.name_en as "nameEn",
       u.name_hi as "nameHi", r.value->>'state' as state, r.from_on as since,
       (select count(*) from posts p
         where p.unit_id in (${ownUnits("u.id")}) and p.closed_on is null) as posts,
       (select count(distinct c.employee_id) from charges c join posts p on p.id = c.post_id
         where p.unit_id in (${ownUnits("u.id")})
         and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)) as people
     from parameters r join units u on u.id = r.unit_id
     where r.name = '${officeRule}'
     order by lgd, r.from_on desc, r.created_at desc, r.id desc`,
    { day: today(now()) },
  );
}
