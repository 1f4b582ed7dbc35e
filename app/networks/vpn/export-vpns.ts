import { nameOf, sheet, t, type Download } from "../../base/index.ts";
import { countVpns, shareOf } from "./count-vpns.ts";
import { listVpns, type AccountFilter } from "./list-accounts.ts";
import { stateWords } from "./state-words.ts";

const everyAccount = 200_000;

/** The accounts as a table that no office program takes for formulas. */
export async function exportVpns(filter: AccountFilter): Promise<Download> {
  const { accounts } = await listVpns(filter, everyAccount);
  const head = [
    t("VPN ID"),
    t("Employee code"),
    t("Name"),
    t("Office"),
    t("Issued on"),
    t("Expires on"),
    t("Status"),
  ];
  return sheet("vpn.csv", [
    head,
    ...accounts.map((account) => [
      account.vpnId,
      account.employeeCode,
      nameOf(account),
      account.office ? nameOf(account.office) : "",
      account.issuedOn ?? "",
      account.expiresOn ?? "",
      stateWords(account),
    ]),
  ]);
}

/** The counters of every office as a table. */
export async function exportCounts(): Promise<Download> {
  const counts = await countVpns();
  const head = [
    t("Office code"),
    t("Office"),
    t("People"),
    t("Mail ids"),
    t("VPNs issued"),
    t("Active"),
    t("Expiring in 30 days"),
    t("Expired"),
    t("Without VPN"),
    t("Share with VPN"),
  ];
  return sheet("vpn-offices.csv", [
    head,
    ...counts.map((one) => [
      one.office?.code ?? "",
      one.office ? nameOf(one.office) : t("No post today"),
      ...[one.people, one.mailIds, one.issued, one.active].map(String),
      ...[one.expiring, one.expired, one.without].map(String),
      `${shareOf(one)} %`,
    ]),
  ]);
}
