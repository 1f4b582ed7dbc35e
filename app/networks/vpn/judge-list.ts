import { rows, words } from "../../base/index.ts";
import { mobileIndex } from "../../organisation/index.ts";
import type { VpnRow, VpnState } from "./read-list.ts";

export type Verdict = "new" | "changed" | "same" | "unmatched" | "conflict" | "wrong";
export type MatchedBy = "code" | "email" | "mobile";

export interface Judged {
  readonly verdict: Verdict;
  readonly employeeId: string | null;
  readonly unitId: string | null;
  readonly matchedBy: MatchedBy | null;
  /** English sentences that say why it waits for somebody. */
  readonly mistakes: readonly string[];
}

interface Known {
  readonly byCode: ReadonlyMap<string, string>;
  readonly byEmail: ReadonlyMap<string, string>;
  readonly byMobile: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, ExistingAccount>;
  /** The VPN in force of each person. */
  readonly vpnOf: ReadonlyMap<string, string>;
}

interface ExistingAccount {
  readonly vpnId: string;
  readonly employeeId: string;
  readonly unitId: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly state: VpnState;
}

/** Says of each row whose VPN it is, or why nobody but a person can say. */
export async function judgeList(list: readonly VpnRow[]): Promise<Judged[]> {
  const known = await readKnown(list);
  const times = new Map<string, number>();
  for (const { vpnId } of list) {
    times.set(vpnId.toLowerCase(), (times.get(vpnId.toLowerCase()) ?? 0) + 1);
  }
  return list.map((row) => judge(row, known, (times.get(row.vpnId.toLowerCase()) ?? 0) > 1));
}

const nobody = { employeeId: null, unitId: null, matchedBy: null };

function judge(row: VpnRow, known: Known, isTwice: boolean): Judged {
  if (row.mistakes.length > 0) {
    return { ...nobody, verdict: "wrong", mistakes: row.mistakes };
  }
  const { person, matchedBy, doubts } = match(row, known);
  if (person === undefined) {
    const mistakes = [words("Nobody has this code, e-mail or mobile.")];
    return { ...nobody, verdict: "unmatched", mistakes };
  }
  const account = known.accounts.get(row.vpnId.toLowerCase());
  const mistakes = [
    ...doubts,
    ...(isTwice ? [words("The VPN ID stands twice in the list.")] : []),
    ...doubtsAboutAccount(row, person, known),
    ...doubtsAboutOffice(row, known),
  ];
  const unitId = known.units.get(row.officeCode.toLowerCase()) ?? null;
  const found = { employeeId: person, unitId, matchedBy: matchedBy ?? null, mistakes };
  return { ...found, verdict: mistakes.length > 0 ? "conflict" : changeOf(row, account, unitId) };
}

function doubtsAboutAccount({ vpnId, state }: VpnRow, person: string, known: Known): string[] {
  const account = known.accounts.get(vpnId.toLowerCase());
  if (account) {
    return account.employeeId === person ? [] : [words("This VPN is recorded for somebody else.")];
  }
  return known.vpnOf.has(person) && state === "active"
    ? [words("The person has another VPN already.")]
    : [];
}

function doubtsAboutOffice({ officeCode }: VpnRow, known: Known): string[] {
  return officeCode === "" || known.units.has(officeCode.toLowerCase())
    ? []
    : [words("No office has the code in the list.")];
}

/** By code, else e-mail, else mobile; whatever else the row says must not point to somebody else. */
function match({ employeeCode, email, mobile }: VpnRow, known: Known) {
  const ways: readonly (readonly [MatchedBy, string | undefined])[] = [
    [
      "code",
      employeeCode === "" ? undefined : (known.byCode.get(employeeCode.toLowerCase()) ?? ""),
    ],
    ["email", email === "" ? undefined : (known.byEmail.get(email) ?? "")],
    ["mobile", mobile === "" ? undefined : (known.byMobile.get(mobile) ?? "")],
  ];
  const [first] = ways.filter(([, person]) => person !== undefined && person !== "");
  const [matchedBy, person] = first ?? [];
  const others = ways.filter(([, other]) => other !== undefined && other !== person);
  const doubts = [
    ...(others.some(([, other]) => other !== "")
      ? [words("Code, e-mail and mobile belong to different people.")]
      : []),
    ...(others.some(([way, other]) => way === "code" && other === "")
      ? [words("Nobody has this employee code, though the e-mail or mobile is known.")]
      : []),
  ];
  return { person, matchedBy, doubts };
}

function changeOf(
  row: VpnRow,
  account: ExistingAccount | undefined,
  unitId: string | null,
): "new" | "changed" | "same" {
  if (!account) {
    return "new";
  }
  const isSame =
    account.issuedOn === row.issuedOn &&
    account.expiresOn === row.expiresOn &&
    account.state === row.state &&
    (unitId === null || account.unitId === unitId);
  return isSame ? "same" : "changed";
}

async function readKnown(list: readonly VpnRow[]): Promise<Known> {
  const mobiles = new Map(
    list.filter(({ mobile }) => mobile !== "").map(({ mobile }) => [mobileIndex(mobile), mobile]),
  );
  const people = await rows<{ id: string; code: string; email: string; mobileIndex: string }>(
    `select id, lower(code) as code, lower(email) as email, mobile_index as "mobileIndex"
     from employees where lower(code) = any($codes) or lower(email) = any($emails)
       or mobile_index = any($mobiles)`,
    {
      codes: list.map(({ employeeCode }) => employeeCode.toLowerCase()),
      emails: list.map(({ email }) => email),
      mobiles: [...mobiles.keys()],
    },
  );
  const accounts = await rows<ExistingAccount>(
    `select vpn_id as "vpnId", employee_id as "employeeId", unit_id as "unitId",
       issued_on as "issuedOn", expires_on as "expiresOn", state from vpn_accounts
     where lower(vpn_id) = any($ids) or employee_id = any($people)`,
    {
      ids: list.map(({ vpnId }) => vpnId.toLowerCase()),
      people: people.map(({ id }) => id),
    },
  );
  const units = await rows<{ id: string; code: string }>(
    "select id, lower(code) as code from units where lower(code) = any($codes)",
    { codes: list.map(({ officeCode }) => officeCode.toLowerCase()) },
  );
  return {
    byCode: new Map(people.map(({ id, code }) => [code, id])),
    byEmail: new Map(people.map(({ id, email }) => [email, id])),
    byMobile: new Map(
      people.flatMap(({ id, mobileIndex: index }) => {
        const mobile = mobiles.get(index);
        return mobile === undefined ? [] : [[mobile, id] as const];
      }),
    ),
    units: new Map(units.map(({ id, code }) => [code, id])),
    accounts: new Map(accounts.map((account) => [account.vpnId.toLowerCase(), account])),
    vpnOf: new Map(
      accounts
        .filter(({ state }) => state === "active")
        .map(({ employeeId, vpnId }) => [employeeId, vpnId]),
    ),
  };
}
