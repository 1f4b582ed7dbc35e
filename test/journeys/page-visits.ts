import type { AnOfficer } from "../support/builders.ts";
import type { Office } from "./furnished-office.ts";

/** Who opens a page (nobody: a stranger), and at which address. */
export type Visit = readonly [visitor: AnOfficer | undefined, address: string];

/** What answers no page: bytes, pieces for scripts, and ways on to another address. */
export const notPages: readonly string[] = [
  "/",
  "/accounts/of/:employeeId",
  "/authority.pem",
  "/directory/new-people.csv",
  "/documents/:id",
  "/drafts/:id/preview",
  "/drafts/:id/print",
  "/files/:fileId/references",
  "/files/lookup",
  "/files/new/heads",
  "/files/register.csv",
  "/items/:itemId",
  "/notices/:noticeId",
  "/office/imports/template.csv",
  "/office/imports/template.xlsx",
  "/office/people/lookup",
  "/outward.csv",
  "/posts/lookup",
  "/receipts/:id/acknowledgement",
  "/receipts/items",
  "/receipts/papers",
  "/receipts/senders",
  "/receipts/sheet",
  "/vpn.csv",
  "/vpn/offices.csv",
  "/single-sign-on/:provider",
  "/single-sign-on/:provider/return",
  "/uploads/:id",
];

/** A visit for every page of the route table, and for some of their further faces. */
export function visitsIn(office: Office): Readonly<Record<string, Visit>> {
  return {
    ...ownPages(office),
    ...administration(office),
    ...movementPages(office),
    ...receiptPages(office),
    ...filePages(office),
    ...draftPages(office),
    ...dispatchPages(office),
  };
}

function ownPages({ hand, auditor, under, letterSha256, factorId }: Office): Record<string, Visit> {
  return {
    "/sign-in": [undefined, "/sign-in"],
    "/signed-out/:ticket": [undefined, "/signed-out/over"],
    "/tray": [hand, "/tray"],
    "/tray (sent)": [hand, "/tray?desk=sent"],
    "/track": [hand, "/track?q=मुआवजा"],
    "/notices": [hand, "/notices"],
    "/me": [hand, "/me"],
    "/password": [hand, "/password"],
    "/second-factor": [hand, "/second-factor"],
    "/confirm-it-is-me": [hand, "/confirm-it-is-me"],
    "/break-glass": [undefined, "/break-glass"],
    "/me/security": [hand, "/me/security"],
    "/me/security/app": [hand, "/me/security/app"],
    "/me/security/passkey": [hand, "/me/security/passkey"],
    "/me/security/:factorId": [hand, `/me/security/${factorId}`],
    "/me/sessions": [hand, "/me/sessions"],
    "/record": [auditor, "/record"],
    "/verification": [under, "/verification"],
    "/verification/:sha256": [under, `/verification/${letterSha256}`],
  };
}

function administration(office: Office): Record<string, Visit> {
  const { administrator, chargeId, claimId, collector, importId, certificateId } = office;
  const { fileNumber, vpnListId } = office;
  const { employeeId, postId, unitId, accountId } = collector;
  const addresses = {
    "/office": "/office",
    "/office/units/:unitId": `/office/units/${unitId}`,
    "/office/units/:unitId/units/new": `/office/units/${unitId}/units/new`,
    "/office/units/:unitId/edit": `/office/units/${unitId}/edit`,
    "/office/units/:unitId/posts/new": `/office/units/${unitId}/posts/new`,
    "/office/designations": "/office/designations",
    "/office/posts": "/office/posts",
    "/office/posts/:postId": `/office/posts/${postId}`,
    "/office/posts/:postId/edit": `/office/posts/${postId}/edit`,
    "/office/posts/:postId/charges/new": `/office/posts/${postId}/charges/new`,
    "/office/posts/:postId/hand-over": `/office/posts/${postId}/hand-over`,
    "/office/charges/:chargeId": `/office/charges/${chargeId}`,
    "/office/charges/:chargeId/end": `/office/charges/${chargeId}/end`,
    "/office/people": "/office/people",
    "/office/people/new": "/office/people/new",
    "/office/people/:employeeId": `/office/people/${employeeId}`,
    "/office/people/:employeeId/edit": `/office/people/${employeeId}/edit`,
    "/office/imports": "/office/imports",
    "/office/imports/:importId": `/office/imports/${importId}`,
    "/accounts": "/accounts",
    "/accounts/first-passwords": "/accounts/first-passwords",
    "/accounts/:accountId": `/accounts/${accountId}`,
    "/sign-in-policy": "/sign-in-policy",
    "/accounts/:accountId/sessions": `/accounts/${accountId}/sessions`,
    "/posts/:postId/roles": `/posts/${postId}/roles`,
    "/identities": "/identities",
    "/identities/:claimId": `/identities/${claimId}`,
    "/accounts/:accountId/identities": `/accounts/${accountId}/identities`,
    "/directory": "/directory",
    "/directory/differences/:kind": "/directory/differences/changed",
    "/certificates": "/certificates",
    "/certificates/:id/revocation": `/certificates/${certificateId}/revocation`,
    "/networks": "/networks",
    "/networks/rules": "/networks/rules",
    "/networks/refusals": "/networks/refusals",
    "/vpn": "/vpn",
    "/vpn/lists": "/vpn/lists",
    "/vpn/lists/:listId": `/vpn/lists/${vpnListId}`,
    "/rights": "/rights",
    "/items/who-sees": `/items/who-sees?number=${encodeURIComponent(fileNumber)}`,
    "/calendar": "/calendar",
    "/numbering": "/numbering",
    "/numbering/:purpose": "/numbering/file",
  };
  return by(administrator, addresses);
}

function movementPages({ hand, fileId, sentReceiptId }: Office): Record<string, Visit> {
  return by(hand, {
    "/items/movements/new": `/items/movements/new?ids=${fileId}&ids=${sentReceiptId}`,
    "/items/:itemId/why": `/items/${fileId}/why`,
    "/items/:itemId/movements/new": `/items/${fileId}/movements/new`,
    "/items/:itemId/return": `/items/${sentReceiptId}/return`,
    "/items/:itemId/parking": `/items/${fileId}/parking`,
    "/items/:itemId/closure": `/items/${sentReceiptId}/closure`,
    "/items/:itemId/filing": `/items/${fileId}/filing`,
    "/items/:itemId/movements": `/items/${fileId}/movements`,
    "/folders": "/folders",
  });
}

function receiptPages({ registry, hand, receiptId, sentReceiptId }: Office): Record<string, Visit> {
  return {
    ...by(registry, {
      "/receipts": "/receipts",
      "/receipts/print": "/receipts/print",
      "/receipts/new": "/receipts/new",
      "/receipts/acknowledgements": "/receipts/acknowledgements",
      "/receipts/:id/diarised": `/receipts/${receiptId}/diarised`,
      "/receipts/:id/edit": `/receipts/${receiptId}/edit`,
    }),
    "/receipts/:id": [hand, `/receipts/${sentReceiptId}`],
    "/receipts/:receiptId/file/new": [hand, `/receipts/${sentReceiptId}/file/new`],
  };
}

function filePages({ hand, fileId, noteId, section }: Office): Record<string, Visit> {
  return {
    ...by(hand, {
      "/files": "/files",
      "/files/new": "/files/new",
      "/files/:fileId": `/files/${fileId}`,
      "/files/:fileId/cover": `/files/${fileId}/cover`,
      "/files/:fileId/cover/edit": `/files/${fileId}/cover/edit`,
      "/files/:fileId/closure": `/files/${fileId}/closure`,
      "/files/:fileId/notes": `/files/${fileId}/notes`,
      "/files/:fileId/notes/:noteId": `/files/${fileId}/notes/${noteId}`,
      "/files/:itemId/agreement": `/files/${fileId}/agreement`,
    }),
    "/files/heads": [section, "/files/heads"],
  };
}

function draftPages(office: Office): Record<string, Visit> {
  const { under, approvedDraftId, draftId, draftItemId, printedDraftId } = office;
  const told = JSON.stringify([
    { name: "scan.pdf", letterId: null, number: null, remark: "पृष्ठ पढ़ा नहीं जा सका।" },
  ]);
  return by(under, {
    "/items/:itemId/drafts": `/items/${draftItemId}/drafts`,
    "/drafts/new": `/drafts/new?itemId=${draftItemId}`,
    "/drafts/:id": `/drafts/${draftId}`,
    "/drafts/:id (approved)": `/drafts/${approvedDraftId}`,
    "/drafts/:id/versions": `/drafts/${draftId}/versions`,
    "/drafts/:id/approval": `/drafts/${draftId}/approval`,
    "/drafts/:id/drop": `/drafts/${draftId}/drop`,
    "/drafts/:id/signature": `/drafts/${approvedDraftId}/signature`,
    "/drafts/:id/print-cancellation": `/drafts/${printedDraftId}/print-cancellation`,
    "/drafts/:id/scan": `/drafts/${printedDraftId}/scan`,
    "/scans": "/scans",
    "/scans/results": `/scans/results?told=${encodeURIComponent(told)}`,
  });
}

function dispatchPages({ under, registry, goneId, handedId, letterId }: Office) {
  return {
    "/letters/:id": [under, `/letters/${letterId}`],
    "/outward": [under, "/outward"],
    "/dispatches/:id/delivery": [under, `/dispatches/${goneId}/delivery`],
    "/dispatches/:id/return": [under, `/dispatches/${goneId}/return`],
    "/dispatches": [registry, "/dispatches"],
    "/dispatches/new": [registry, `/dispatches/new?ids=${handedId}`],
    "/dispatches/labels": [registry, `/dispatches/labels?ids=${handedId}`],
  } satisfies Record<string, Visit>;
}

function by(visitor: AnOfficer, addresses: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(addresses).map(([page, address]): [string, Visit] => [page, [visitor, address]]),
  );
}
