import { notFound, row, rows } from "../../base/index.ts";
import type { Verdict } from "./judge-list.ts";

export interface VpnList {
  readonly id: string;
  readonly state: "staged" | "committed" | "discarded";
  readonly fileName: string;
  readonly rowsRead: number;
  readonly createdAt: Date;
  /** Rows that still wait for somebody's decision. */
  readonly waiting: number;
}

export function listLists(): Promise<VpnList[]> {
  return rows<VpnList>(`${selectLists} order by l.created_at desc limit 100`);
}

export async function findList(listId: string): Promise<VpnList> {
  const found = await row<VpnList>(`${selectLists} where l.id = $listId`, { listId });
  if (!found) {
    throw notFound();
  }
  return found;
}

const selectLists = `
  select l.id, l.state, l.file_name as "fileName", l.rows_read as "rowsRead", l.created_at as "createdAt",
    (select count(*) from vpn_list_rows r where r.list_id = l.id and r.settled_at is null
      and r.verdict in ('unmatched', 'conflict')) as waiting
  from vpn_lists l`;

export interface ListRow {
  readonly rowNumber: number;
  readonly vpnId: string;
  readonly cells: Readonly<Record<"employeeCode" | "email" | "mobile" | "officeCode", string>>;
  readonly verdict: Verdict;
  readonly mistakes: readonly string[];
  readonly person: {
    readonly nameEn: string;
    readonly nameHi: string;
    readonly code: string;
  } | null;
  readonly matchedBy: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly isSettled: boolean;
}

const page = 100;

/** The rows of a list, a hundred at a time, what needs a decision where no verdict is asked for first. */
export async function listRows(
  listId: string,
  {
    verdict,
    after,
  }: { readonly verdict?: Verdict | undefined; readonly after?: number | undefined },
) {
  const found = await rows<ListRow>(
    `select r.row_number as "rowNumber", r.vpn_id as "vpnId", r.cells, r.verdict, r.mistakes,
       case when e.id is not null then json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi,
         'code', e.code) end as person,
       r.matched_by as "matchedBy", r.issued_on as "issuedOn", r.expires_on as "expiresOn",
       r.settled_at is not null as "isSettled"
     from vpn_list_rows r left join employees e on e.id = r.employee_id
     where r.list_id = $listId and r.row_number > $after and ($verdict::text is null or r.verdict = $verdict)
     order by r.row_number limit ${page + 1}`,
    { listId, verdict: verdict ?? null, after: after ?? 0 },
  );
  const shown = found.slice(0, page);
  return { rows: shown, next: found.length > page ? shown.at(-1)?.rowNumber : undefined };
}

export function countVerdicts(
  listId: string,
): Promise<{ readonly verdict: Verdict; readonly count: number }[]> {
  return rows(
    `select verdict, count(*) as count from vpn_list_rows where list_id = $listId group by verdict`,
    { listId },
  );
}
