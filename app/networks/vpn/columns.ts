import type { BilingualName } from "../../base/index.ts";

/** A column of the VPN team's list. Its header may be in English or Hindi. */
export interface VpnColumn extends BilingualName {
  readonly key: VpnKey;
  readonly others: readonly string[];
}

export type VpnKey =
  "vpnId" | "employeeCode" | "email" | "mobile" | "officeCode" | "issuedOn" | "expiresOn" | "state";

const vpnColumns: readonly VpnColumn[] = [
  column(
    "vpnId",
    ["VPN ID", "वी.पी.एन. आई.डी."],
    ["VPN user", "VPN username", "VPN login", "User ID"],
  ),
  column("employeeCode", ["Employee code", "कर्मचारी कोड"], ["Emp code", "कर्मचारी क्रमांक"]),
  column("email", ["E-mail", "ई-मेल"], ["Email", "E-mail ID", "Mail ID", "ईमेल"]),
  column("mobile", ["Mobile", "मोबाइल"], ["Mobile number", "मोबाइल नंबर"]),
  column("officeCode", ["Office code", "कार्यालय कोड"], ["Office", "Unit", "कार्यालय"]),
  column("issuedOn", ["Issued on", "जारी दिनांक"], ["Issue date", "Activated on", "Date of issue"]),
  column("expiresOn", ["Expires on", "समाप्ति दिनांक"], ["Expiry date", "Valid till", "Valid until"]),
  column("state", ["State", "स्थिति"], ["Status"]),
];

function column(
  key: VpnKey,
  [nameEn, nameHi]: readonly [string, string],
  others: readonly string[],
): VpnColumn {
  return { key, nameEn, nameHi, others };
}

const keyOfHeader = new Map(
  vpnColumns.flatMap(({ key, nameEn, nameHi, others }) =>
    [nameEn, nameHi, ...others].map((name) => [plain(name), key] as const),
  ),
);

export function keyOf(header: string): VpnKey | undefined {
  return keyOfHeader.get(plain(header));
}

/** Signs, spaces and case do not matter in a header. */
function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
