import { invalid, words } from "../../base/index.ts";
import { readDay, readTable, type Cell } from "../../organisation/index.ts";
import { keyOf, type VpnKey } from "./columns.ts";

export type VpnState = "active" | "suspended" | "revoked";

/** One row of the list as far as it could be understood. */
export interface VpnRow {
  readonly number: number;
  readonly vpnId: string;
  readonly employeeCode: string;
  readonly email: string;
  readonly mobile: string;
  readonly officeCode: string;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly state: VpnState;
  /** English sentences that say what is wrong with the row itself. */
  readonly mistakes: readonly string[];
}

const mostRows = 50_000;

/** Reads the VPN team's list from stored bytes; throws a refusal that says what is wrong with the file. */
export async function readList(path: string): Promise<VpnRow[]> {
  let keys: readonly (VpnKey | undefined)[] | undefined;
  const found: VpnRow[] = [];
  for await (const { number, cells } of readTable(path)) {
    if (keys) {
      found.push(understand(number, pick(keys, cells)));
    } else {
      keys = headers(cells);
    }
    if (found.length > mostRows) {
      throw invalid("files", "The list has more than 50,000 rows. Split it into several files.");
    }
  }
  if (found.length === 0) {
    throw invalid("files", "There is no row under the headers.");
  }
  return found;
}

type Cells = Readonly<Partial<Record<VpnKey, Cell>>>;

function headers(cells: readonly Cell[]): (VpnKey | undefined)[] {
  const keys = cells.map((cell) => (typeof cell === "string" ? keyOf(cell) : undefined));
  const known = keys.filter((key) => key !== undefined);
  if (new Set(known).size < known.length) {
    throw invalid("files", "Two columns of the list mean the same. Remove one of them.");
  }
  const names: readonly VpnKey[] = ["employeeCode", "email", "mobile"];
  if (!known.includes("vpnId") || !names.some((key) => known.includes(key))) {
    throw invalid(
      "files",
      "The list needs a column VPN ID and at least one of employee code, e-mail and mobile.",
    );
  }
  return keys;
}

function pick(keys: readonly (VpnKey | undefined)[], cells: readonly Cell[]): Cells {
  return Object.fromEntries(
    keys.flatMap((key, index) => (key === undefined ? [] : [[key, cells[index] ?? ""]])),
  );
}

/** Digits of any script as the keyboard has them; a cell that holds no text counts as wrong. */
function understand(number: number, cells: Cells): VpnRow {
  const isFaulty = Object.values(cells).some((cell) => typeof cell !== "string");
  const text = (key: VpnKey): string => {
    const cell = cells[key];
    return typeof cell === "string" ? plainText(cell) : "";
  };
  const issuedOn = dayOf(text("issuedOn"));
  const expiresOn = dayOf(text("expiresOn"));
  const state = stateOf(text("state"));
  const mistakes = [
    ...(isFaulty ? [words("A cell holds a formula or an error. Paste the value instead.")] : []),
    ...(text("vpnId") === "" ? [words("The VPN ID is missing.")] : []),
    ...mistakesOfDays(issuedOn, expiresOn),
    ...(state === undefined ? [words("The state is none of active, suspended and revoked.")] : []),
  ];
  return {
    number,
    vpnId: text("vpnId").slice(0, 100),
    employeeCode: text("employeeCode"),
    email: text("email").toLowerCase(),
    mobile: mobileOf(text("mobile")),
    officeCode: text("officeCode"),
    issuedOn: issuedOn ?? null,
    expiresOn: expiresOn ?? null,
    state: state ?? "active",
    mistakes,
  };
}

type ReadDay = string | null | undefined;

function mistakesOfDays(issuedOn: ReadDay, expiresOn: ReadDay): string[] {
  return [
    ...(issuedOn === undefined ? [words("The date of issue cannot be read.")] : []),
    ...(expiresOn === undefined ? [words("The date of expiry cannot be read.")] : []),
    ...(issuedOn && expiresOn && expiresOn < issuedOn
      ? [words("It expires before it was issued.")]
      : []),
  ];
}

function plainText(cell: string): string {
  return cell
    .replace(/[०-९]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x966))
    .replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .trim()
    .slice(0, 200);
}

/** Null where nothing stands, undefined where it is no day. */
function dayOf(text: string): ReadDay {
  return text === "" ? null : readDay(text);
}

function mobileOf(text: string): string {
  return text.replace(/[\s()-]/g, "").replace(/^(\+91|0091|0)(?=\d{10}$)/, "");
}

const states: Readonly<Record<VpnState, readonly string[]>> = {
  active: ["", "active", "issued", "enabled", "सक्रिय"],
  suspended: ["suspended", "disabled", "blocked", "निलंबित"],
  revoked: ["revoked", "cancelled", "closed", "deleted", "निरस्त"],
};

function stateOf(text: string): VpnState | undefined {
  const names: readonly VpnState[] = ["active", "suspended", "revoked"];
  return names.find((name) => states[name].includes(text.toLowerCase()));
}
