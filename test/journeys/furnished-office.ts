import { accountOf } from "../../app/access/index.ts";
import { row, rows, today } from "../../app/base/index.ts";
import { deliver } from "../../app/base/jobs.ts";
import { dispatchesOf, dispatchLetter, handToRegistry } from "../../app/dispatch/index.ts";
import { changeDraft, printForSigning, signDraft } from "../../app/drafting/index.ts";
import { addRule } from "../../app/networks/add-rule.ts";
import { addRange } from "../../app/networks/index.ts";
import { commitList } from "../../app/networks/vpn/commit-list.ts";
import { receiveList } from "../../app/networks/vpn/receive-list.ts";
import { createFolder, fileItem, sendItem } from "../../app/movement/index.ts";
import { receiveImport } from "../../app/organisation/employee-import/receive-import.ts";
import { anApp } from "../support/access-builders.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { aDraft, anApprovedDraft, aWrittenLetter } from "../support/draft-builders.ts";
import { aDraftNote, aFile, aNoteSent, aPaperIn } from "../support/file-builders.ts";
import { aCsv, aDesignation, aLine } from "../support/organisation-builders.ts";
import { aDocument, aReceipt } from "../support/receipt-builders.ts";
import { aSecretariat, type Cast } from "./secretariat.ts";

export type Office = Awaited<ReturnType<typeof aFurnishedOffice>>;

/** A secretariat in which every page has something to show. */
export async function aFurnishedOffice() {
  const cast = await aSecretariat();
  const administrator = await anOfficer({ roles: ["administrator"] });
  return {
    ...cast,
    administrator,
    auditor: await anOfficer({ roles: ["auditor"] }),
    ...(await someReceipts(cast)),
    ...(await someFiles(cast)),
    ...(await someDrafts(cast)),
    ...(await aLetterOnItsWay(cast)),
    factorId: (await anApp(cast.hand.accountId)).id,
    importId: await anImport(administrator),
    claimId: await aClaim(),
    vpnListId: await someNetworks(administrator, cast.hand),
    chargeId: await idOf("select id from charges where post_id = $post", {
      post: cast.collector.postId,
    }),
  };
}

/** An identity that is nobody's until an administrator decides. */
async function aClaim(): Promise<string> {
  const claimed = { issuer: "directory:nic", subject: "a-1", employeeCode: "CG-NOBODY" };
  await accountOf({ ...claimed, email: "asha.netam@cg.example", name: "आशा नेताम" });
  return idOf("select id from identity_claims where subject = $subject", { subject: "a-1" });
}

/** One with its scan still at the registry, one that came to the dealing hand. */
async function someReceipts({ registry, hand }: Cast) {
  const scan = async () => [(await aDocument(registry, { pages: 2 })).id];
  const make = async () =>
    aReceipt(registry, {
      nature: "electronic",
      documentIds: await scan(),
      wantsAcknowledgement: true,
    });
  const [kept, sent] = [(await make()).item.id, (await make()).item.id];
  await sendItem(registry, {
    itemId: sent,
    toPostId: hand.postId,
    actionAsked: "action",
    remarks: "कृपया शीघ्र परीक्षण कर प्रस्तुत करें।",
    priority: "immediate",
    dueOn: today(new Date(Date.now() + 259_200_000)),
  });
  return { receiptId: kept, sentReceiptId: sent };
}

/** A file that went up and came back, with papers, notes and a yellow note; its notices are delivered. */
async function someFiles({ hand, section }: Cast) {
  const { id: fileId } = await aFile(hand);
  await aPaperIn(hand, { fileId, pages: 2 });
  await aNoteSent(hand, { fileId, to: section });
  await aNoteSent(section, { fileId, to: hand });
  await aDraftNote(hand, fileId);
  await fileItem(hand, { itemId: fileId, folderId: await createFolder(hand, "विधानसभा प्रश्न") });
  await deliverAll(fileId);
  const noteId = await idOf("select id from notes where file_id = $fileId limit 1", { fileId });
  const { number = "" } =
    (await row<{ number: string }>("select number from items where id = $fileId", { fileId })) ??
    {};
  return { fileId, fileNumber: number, noteId };
}

async function someDrafts({ under }: Cast) {
  const draft = await aDraft(under);
  const { id, version } = draft;
  const words = { ...aWrittenLetter(under), subject: "मुआवजा राशि के भुगतान के संबंध में" };
  await changeDraft(under, { ...words, id, version });
  const printed = await anApprovedDraft(under);
  await printForSigning(under, printed);
  return {
    draftId: id,
    draftItemId: draft.itemId,
    approvedDraftId: (await anApprovedDraft(under)).id,
    printedDraftId: printed.id,
  };
}

/** A letter to two: one copy dispatched, one handed to the registry, one still waiting. */
async function aLetterOnItsWay({ under }: Cast) {
  const to = "कलेक्टर\nजिला रायपुर\n\nकलेक्टर\nजिला दुर्ग";
  const { letterId } = await signDraft(under, await anApprovedDraft(under, { to }));
  const [gone = "", handed = ""] = (await dispatchesOf(letterId)).map(({ id }) => id);
  await dispatchLetter(under, { id: gone, mode: "speed_post", trackingNumber: "EC123456789IN" });
  await handToRegistry(under, [handed]);
  const signed = await row<{ sha256: string; certificate: string }>(
    "select document_sha256 as sha256, certificate_id as certificate from letters where id = $letterId",
    { letterId },
  );
  return {
    letterId,
    goneId: gone,
    handedId: handed,
    letterSha256: signed?.sha256 ?? "",
    certificateId: signed?.certificate ?? "",
  };
}

/** A range and a rule of the network, and a VPN list taken over with one row that nobody can place. */
async function someNetworks(administrator: AnOfficer, { employeeId }: AnOfficer): Promise<string> {
  const range = { range: "10.20.0.0/16", label: "Mantralaya LAN", orderNumber: "CHiPS/41/2026" };
  const { id: rangeId } = await addRange(administrator, { ...range, fromOn: "2026-01-01" });
  await addRule(
    { ...administrator, address: null },
    {
      role: "auditor",
      rangeId,
      orderNumber: "CHiPS/42/2026",
      fromOn: "2099-01-01",
      untilOn: "2099-12-31",
    },
  );
  const code = await row<{ code: string }>("select code from employees where id = $employeeId", {
    employeeId,
  });
  const until = { "Expires on": "31.12.2026", Status: "Active" };
  const lines = [
    { "VPN ID": "cg-vpn-001", "Employee code": code?.code ?? "", ...until },
    { "VPN ID": "cg-vpn-002", "Employee code": "CG-NOBODY", ...until },
  ];
  const { id } = await receiveList(administrator, [await aCsv(lines)]);
  await commitList(administrator, id);
  return id;
}

/** A master file of which one line is right and two are not. */
async function anImport(administrator: AnOfficer): Promise<string> {
  const { code: designation } = await aDesignation();
  const lines = [
    aLine({ designation }),
    aLine({ designation: "NONE" }),
    aLine({ designation, mobile: "12", bornOn: "31.02.1990" }),
  ];
  return (await receiveImport(administrator, [await aCsv(lines)])).id;
}

async function deliverAll(itemId: string): Promise<void> {
  const due = await rows<{ eventId: string; job: string }>(
    `select d.event_id as "eventId", d.job from deliveries d join events e on e.id = d.event_id
     where e.item_id = $itemId`,
    { itemId },
  );
  for (const delivery of due) {
    await deliver(delivery);
  }
}

async function idOf(sql: string, binds: Readonly<Record<string, string>>): Promise<string> {
  return (await row<{ id: string }>(sql, binds))?.id ?? "";
}
