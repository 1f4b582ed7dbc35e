import { v7 as newId } from "uuid";
import {
  insert,
  insertMany,
  invalid,
  now,
  record,
  transaction,
  withStoredFile,
  type Actor,
  type UploadedFile,
} from "../../base/index.ts";
import { everyNetwork, networkPolicy } from "../policy.ts";
import { judgeList, type Judged } from "./judge-list.ts";
import { readList, type VpnRow } from "./read-list.ts";

const chunk = 2_000;

/** Takes the VPN team's list in and judges it row by row. No account changes yet. */
export async function receiveList(
  actor: Actor,
  files: readonly UploadedFile[],
): Promise<{ readonly id: string }> {
  networkPolicy.authorize(actor, "administer", everyNetwork);
  const [file] = files;
  if (!file) {
    throw invalid("files", "Choose the list of the VPN team.");
  }
  const list = await withStoredFile(file.sha256, readList);
  return transaction(async () => {
    const id = newId();
    const made = { createdAt: now(), createdById: actor.employeeId };
    await insert("vpn_lists", {
      ...made,
      id,
      state: "staged",
      sha256: file.sha256,
      rowsRead: list.length,
      fileName: file.name.slice(0, 200),
    });
    const judged = await judgeList(list);
    const records = list.map((row, index) => recordOf(id, row, judged[index]));
    for (let start = 0; start < records.length; start += chunk) {
      await insertMany("vpn_list_rows", records.slice(start, start + chunk));
    }
    await record(actor, "vpn.list-read", {
      subject: { type: "vpn-list", id },
      detail: { sha256: file.sha256, rows: list.length },
    });
    return { id };
  });
}

/** What the row said of the person is kept for whoever decides; of a mobile number only its end. */
function recordOf(listId: string, row: VpnRow, judged: Judged | undefined) {
  if (!judged) {
    throw new Error("A row was not judged");
  }
  const { number: rowNumber, vpnId, employeeCode, email, mobile, officeCode } = row;
  return {
    listId,
    rowNumber,
    vpnId,
    ...judged,
    cells: {
      employeeCode,
      email,
      mobile: mobile.slice(-4).padStart(mobile.length, "•"),
      officeCode,
    },
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    state: row.state,
  };
}
