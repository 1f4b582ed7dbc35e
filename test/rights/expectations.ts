/* oxlint-disable max-lines -- one table, so that whoever asks who may do what reads one page */
import {
  anyone,
  atBrowser,
  but,
  butSeen,
  byRelation,
  holding,
  holdingByRight,
  only,
  owning,
  row,
  seeing,
  type Outcome,
  type Row,
  type Rule,
} from "./rules.ts";
import { hasSession, kindOf, type KindName } from "./kinds.ts";
import { canaries, password } from "./world.ts";

const administering = only("administrator");
const opensFiles = ["dealing-hand", "section-officer", "officer", "secretary"] as const;
const names = { nameEn: "New name", nameHi: "नया नाम" };
const sentence = { remarks: "कृपया आवश्यक कार्यवाही करें।" };
const to = { toPostId: "@strangersPost" };
const order = { orderNumber: "F-1/2026" };
const person = {
  salutation: "Shri",
  ...names,
  gender: "male",
  bornOn: "1985-01-01",
  joinedOn: "2010-01-01",
  email: "new.name@cg.example",
  mobile: "9876501234",
};
const letter = {
  subject: "नया पत्र",
  deliveryMode: "speed_post",
  receivedOn: "2026-01-02",
  letterOn: "2026-01-01",
  letterNumber: "क/77/2026",
  senderType: "district",
  senderName: "कलेक्टर, रायपुर",
  mainCategory: "land",
};
const draft = {
  form: "letter",
  language: "hi",
  subject: "मुआवजा वितरण",
  place: "नवा रायपुर",
  to: "कलेक्टर\nजिला रायपुर",
  body: "विषयांतर्गत लेख है।",
  signatoryPostId: "@seat",
};
/** What is kept of a paper being read, and of a proof that failed, even where nothing more is done. */
const reading = ["events", "deliveries", "item_copies", "openings"];
const failures = ["events", "deliveries", "accounts", "second_factor_tries"];
const noPasskey = JSON.stringify({
  id: "x",
  rawId: "x",
  type: "public-key",
  response: { clientDataJSON: "x" },
});
/** A part of the product that this office has not set up says so to whoever might use it. */
const notSetUp = { mayAnswer: [409, 503] };
const tus = { "tus-resumable": "1.0.0" };
const piece = {
  ...tus,
  "content-type": "application/offset+octet-stream",
  "upload-offset": "0",
};
const find = { q: "प्रश्नपद" };

/** An administrator cannot do this to himself. */
const administeringElsewhere: Rule = (asking) =>
  administering(asking) === "done" ? "elsewhere" : "forbidden";
/** What lies on the holder's desk and is another's to sign. */
const anothersToSign = byRelation({
  holds: "elsewhere",
  knows: "elsewhere",
  covers: "elsewhere",
  none: "hidden",
});

/** The print of a confidential letter is for whoever has it, though others may read it. */
const takingOut: Rule = (asking) =>
  asking.classification === "confidential" && kindOf(asking.kind).relation === "knows"
    ? "forbidden"
    : seeing(asking);

/** Several at once: those one does not see are as unknown as those that never were. */
const seeingThose = byRelation({ holds: "done", knows: "done", covers: "done", none: "unknown" });
/** Each of several stands for itself; of those one sees but does not hold, none is sent. */
const sendingThose = byRelation({ holds: "done", knows: "idle", covers: "idle", none: "unknown" });
/** A letter goes into a file on one's own desk; any other file is unknown there. */
const fillingFiles = byRelation({
  holds: "done",
  knows: "unknown",
  covers: "unknown",
  none: "hidden",
});
/** Whose yellow note it is throws it away; of others there was none. */
const throwingOwnAway = byRelation({
  holds: "done",
  knows: "idle",
  covers: "idle",
  none: "hidden",
});
/** A print one does not see is as unknown as one that never was. */
const scanning = byRelation({
  holds: "done",
  knows: "elsewhere",
  covers: "elsewhere",
  none: "unknown",
});
/** Dispatch is the work of whoever has the letter, and of the section that issued it. */
const dispatching = butSeen(holding, { "section officer": "done" });
/** What was handed over is the registry's, which needs not see the letter. */
const dispatchingHanded = but(
  byRelation({
    holds: "elsewhere",
    knows: "elsewhere",
    covers: "elsewhere",
    none: "hidden",
  }),
  { "registry of the department": "done", "who made it": "done" },
);

/** What belongs to the holder's own account, whoever else acts for his post. */
const holdersOwn = but(() => "hidden", {
  holder: "done",
  "holder who proved himself long ago": "done",
});

const numbers = [canaries.normal.number, canaries.confidential.number, canaries.foreign.number];
/** The registry's queue names the letters that are not confidential. */
const queued = { tells: { "registry of the department": [canaries.normal.subject] } } as const;
/** So does the outward register, to the registry of the office and to the section that issued them. */
const registered = {
  tells: {
    "registry of the department": [canaries.normal.subject],
    "colleague of the section": [canaries.normal.subject],
  },
} as const;

/**
 * The rights of the product: for each route, who may. A route that stands not here fails the suite.
 * A row is `row(rule, values)`: the rules are in `rules.ts`, the kinds of asker in `kinds.ts`.
 */
export const expectations: Readonly<Record<string, Row>> = {
  // The office: everybody reads it, administrators keep it.
  "GET /office": row(anyone, find),
  "GET /office/units/:unitId": row(anyone, { unitId: "@unit" }),
  "GET /office/units/:unitId/units/new": row(administering, { unitId: "@unit" }),
  "POST /office/units/:unitId/units": row(administering, {
    unitId: "@unit",
    kind: "section",
    code: "NEWUNIT",
    ...names,
  }),
  "GET /office/units/:unitId/edit": row(administering, { unitId: "@unit" }),
  "POST /office/units/:unitId/edit": row(administering, { unitId: "@unit", ...names }),
  "POST /office/units/:unitId/close": row(administering, { unitId: "@emptyUnit" }),
  "POST /office/units/:unitId/subjects": row(administering, { unitId: "@unit", ...names }),
  "POST /office/units/:unitId/subjects/:subjectId/remove": row(administering, {
    unitId: "@unit",
    subjectId: "@subject",
  }),
  "GET /office/designations": row(administering),
  "POST /office/designations": row(administering, { code: "NEWDES", ...names, rank: "7" }),
  "GET /office/posts": row(anyone),
  "GET /office/units/:unitId/posts/new": row(administering, { unitId: "@unit" }),
  "POST /office/units/:unitId/posts": row(administering, {
    unitId: "@unit",
    designationId: "@designation",
    code: "NEWPOST",
    marking: "NEW-1",
    ...names,
  }),
  "GET /office/posts/:postId": row(anyone, { postId: "@post" }),
  "GET /office/posts/:postId/edit": row(administering, { postId: "@post" }),
  "POST /office/posts/:postId/edit": row(administering, {
    postId: "@post",
    marking: "NEW-1",
    ...names,
  }),
  "POST /office/posts/:postId/close": row(administering, { postId: "@emptyPost" }),
  "GET /office/posts/:postId/charges/new": row(administering, { postId: "@emptyPost" }),
  "POST /office/posts/:postId/charges": row(administering, {
    postId: "@emptyPost",
    employeeId: "@employee",
    kind: "substantive",
    fromOn: "2026-11-01",
    ...order,
  }),
  "GET /office/posts/:postId/hand-over": row(ownPostOrAdministrator(), { postId: "@seat" }),
  "POST /office/posts/:postId/hand-over": row(ownChargeOrAdministrator(), {
    postId: "@seat",
    employeeId: "@employee",
    kind: "substantive",
    fromOn: "2026-11-20",
    ...order,
  }),
  "GET /office/charges/:chargeId": row(anyone, { chargeId: "@charge" }),
  "GET /office/charges/:chargeId/end": row(administering, { chargeId: "@charge" }),
  "POST /office/charges/:chargeId/end": row(administering, {
    chargeId: "@charge",
    untilOn: "2026-11-01",
  }),
  "GET /office/people": row(anyone),
  "GET /office/people/lookup": row(anyone, { q: "Ramesh" }),
  "GET /office/people/new": row(administering),
  "POST /office/people": row(administering, { code: "NEWPERSON", ...person }),
  "GET /office/people/:employeeId": row(anyone, { employeeId: "@employee" }),
  "GET /office/people/:employeeId/edit": row(administering, { employeeId: "@employee" }),
  "POST /office/people/:employeeId/edit": row(administering, {
    employeeId: "@employee",
    ...person,
  }),
  "GET /office/imports": row(administering),
  "POST /office/imports": row(administering, {}, { upload: "csv" }),
  "GET /office/imports/template.csv": row(administering),
  "GET /office/imports/template.xlsx": row(administering),
  "GET /office/imports/:importId": row(administering, { importId: "@import" }),
  "POST /office/imports/:importId/commit": row(administering, {
    importId: "@import",
    leaveOutWrong: "true",
  }),
  "POST /office/imports/:importId/undo": row(administering, { importId: "@committedImport" }),
  "POST /office/imports/:importId/read-again": row(administering, { importId: "@import" }),
  "POST /office/imports/:importId/discard": row(administering, { importId: "@import" }),
  "GET /calendar": row(administering),
  "POST /calendar/holidays": row(administering, { day: "2030-05-02", ...names }),
  "POST /calendar/holidays/:day/removal": row(administering, { day: "2030-05-01" }),

  // Coming in, and what is one's own.
  "GET /": row(anyone, {}, { isPublic: true }),
  "GET /sign-in": row(anyone, {}, { isPublic: true }),
  "POST /sign-in": row(anyone, { login: "@login", password }, { isPublic: true }),
  "POST /sign-out": row(atBrowser(anyone, "forbidden"), {}, { isAlwaysOpen: true }),
  "POST /language": row(anyone, { language: "en" }, { isPublic: true, isAlwaysOpen: true }),
  "POST /acting": row(atBrowser(owning, "forbidden"), { postId: "@seat" }),
  "GET /password": row(anyone, {}, { isBeforePassword: true }),
  "POST /password": row(
    anyone,
    { present: password, password: "another-long-road-home", again: "another-long-road-home" },
    { isBeforePassword: true },
  ),
  "GET /me": row(anyone),
  "POST /me/sessions/end": row(atBrowser(anyone, "forbidden")),
  "POST /me/tokens": row(atBrowser(anyone, "forbidden"), { name: "Sheet", days: "30" }),
  "POST /me/tokens/:tokenId/revoke": row(holdersOwn, { tokenId: "@token" }),

  "GET /second-factor": row(
    inSession(() => "done"),
    {},
    { isPublic: true, isBeforeFactor: true },
  ),
  "POST /second-factor": row(
    inSession(but(anyone, withFactor("sign-in"))),
    { code: "000000" },
    { isPublic: true, isBeforeFactor: true, records: failures },
  ),
  "GET /confirm-it-is-me": row(
    inSession(() => "done"),
    {},
    { isPublic: true },
  ),
  "POST /confirm-it-is-me": row(
    inSession(but(anyone, withFactor("unknown"))),
    { password },
    { isPublic: true },
  ),
  "GET /me/security": row(atBrowser(anyone, "forbidden"), {}, {}),
  "GET /me/security/app": row(atBrowser(anyone, "forbidden"), {}),
  "POST /me/security/app": row(
    atBrowser(() => "elsewhere", "forbidden"),
    { name: "फ़ोन", code: "000000" },
  ),
  "GET /me/security/passkey": row(atBrowser(anyone, "forbidden"), {}),
  "POST /me/security/passkey": row(
    atBrowser(() => "unknown", "forbidden"),
    { name: "कुंजी", passkey: noPasskey },
  ),
  "POST /me/security/recovery-codes": row(atBrowser(holdersOwn, "forbidden"), {}),
  "GET /me/security/:factorId": row(
    atBrowser(holdersOwn, "forbidden"),
    { factorId: "@factor" },
    {},
  ),
  "POST /me/security/:factorId": row(atBrowser(holdersOwn, "forbidden"), {
    factorId: "@factor",
    name: "फ़ोन",
  }),
  "POST /me/security/:factorId/removal": row(atBrowser(holdersOwn, "forbidden"), {
    factorId: "@factor",
  }),
  "GET /me/sessions": row(atBrowser(anyone, "forbidden")),
  "POST /me/sessions/:sessionId/end": row(atBrowser(holdersOwn, "forbidden"), {
    sessionId: "@session",
  }),
  "GET /break-glass": row(anyone, {}, { isPublic: true }),
  "POST /break-glass": row(
    () => "sign-in",
    { login: "@login", password, code: "000000" },
    { isPublic: true, records: failures },
  ),
  // No provider is set up in this world; test/single-sign-on has them.
  "GET /single-sign-on/:provider": row(() => "hidden", { provider: "nobody" }, { isPublic: true }),
  "GET /single-sign-on/:provider/return": row(
    () => "hidden",
    { provider: "nobody" },
    { isPublic: true },
  ),
  "POST /single-sign-on/:provider/back-channel-logout": row(
    () => "hidden",
    { provider: "nobody" },
    { isPublic: true },
  ),
  "GET /signed-out/:ticket": row(anyone, { ticket: "none" }, { isPublic: true }),

  // Accounts and rights.
  "GET /accounts": row(administering),
  "GET /accounts/first-passwords": row(administering),
  "POST /accounts/first-passwords": row(administering, { unitId: "@waitingUnit" }),
  "GET /accounts/of/:employeeId": row(administering, { employeeId: "@employee" }),
  "GET /accounts/:accountId": row(administering, { accountId: "@account" }),
  "POST /accounts/:accountId/reset-password": row(administering, { accountId: "@account" }),
  "POST /accounts/:accountId/disable": row(administering, { accountId: "@account" }),
  "POST /accounts/:accountId/enable": row(administering, { accountId: "@suspendedAccount" }),
  "POST /accounts/:accountId/unlock": row(administering, { accountId: "@lockedAccount" }),
  "GET /posts/:postId/roles": row(administering, { postId: "@emptyPost" }),
  "POST /posts/:postId/roles": row(administering, {
    postId: "@emptyPost",
    role: "registry",
    fromOn: "2026-01-01",
  }),
  "POST /role-grants/:grantId/withdraw": row(administering, { grantId: "@grant" }),
  "POST /role-grants/:grantId/withdraw (one's own right to administer)": row(
    administeringElsewhere,
    { grantId: "@ownGrant" },
  ),

  "POST /accounts/:accountId/reset-second-factors": row(administering, {
    accountId: "@holdersAccount",
  }),
  "GET /accounts/:accountId/sessions": row(administering, { accountId: "@holdersAccount" }),
  "POST /accounts/:accountId/sessions/:sessionId/end": row(administering, {
    accountId: "@holdersAccount",
    sessionId: "@session",
  }),
  "GET /identities": row(administering),
  "GET /identities/:claimId": row(administering, { claimId: "@claim" }),
  "POST /identities/:claimId/link": row(administering, {
    claimId: "@claim",
    employeeId: "@employee",
  }),
  "POST /identities/:claimId/refuse": row(administering, { claimId: "@claim" }),
  "GET /accounts/:accountId/identities": row(administering, { accountId: "@account" }),
  "POST /accounts/:accountId/identities/:identityId/unlink": row(administering, {
    accountId: "@lockedAccount",
    identityId: "@identity",
  }),
  "POST /accounts/:accountId/door": row(administering, {
    accountId: "@account",
    door: "directory",
  }),

  // Networks and the ways in by them.
  "GET /networks": row(administering),
  "POST /networks/ranges": row(administering, {
    range: "10.77.0.0/16",
    label: "Raipur",
    fromOn: "2027-01-01",
    ...order,
  }),
  "POST /networks/ranges/:id/end": row(administering, { id: "@range", untilOn: "2027-01-01" }),
  "POST /networks/door": row(administering, { closed: "false", elsewhere: "allow", ...order }),
  "GET /networks/rules": row(administering),
  "POST /networks/rules": row(administering, {
    role: "registry",
    rangeId: "@range",
    fromOn: "2027-01-01",
    ...order,
  }),
  "POST /networks/rules/:id/end": row(administering, { id: "@rule", untilOn: "2027-01-01" }),
  "POST /rights/confidential": row(administering, {
    allowed: "true",
    orderOn: "2026-11-01",
    ...order,
  }),
  "GET /rights": row(administering),
  "POST /rights": row(administering, {
    role: "records",
    permission: "open-file",
    granted: "true",
    fromOn: "2099-01-01",
    ...order,
  }),
  // No directory is set up in this world; test/directory has one.
  "GET /directory": row(administering, {}, notSetUp),
  "POST /directory/readings": row(administering, {}, notSetUp),
  "POST /directory/servers/trial": row(administering, {}, notSetUp),
  "GET /directory/differences/:kind": row(administering, { kind: "new" }, notSetUp),
  "POST /directory/differences/:kind": row(administering, { kind: "new", seen: "0" }, notSetUp),
  "GET /directory/new-people.csv": row(administering, {}, notSetUp),
  "GET /sign-in-policy": row(administering),
  "POST /sign-in-policy": row(administering, {
    idleMinutes: "30",
    absoluteMinutes: "480",
    passwordMinimum: "12",
    fromOn: "2099-01-01",
  }),
  "GET /vpn": row(administering),
  "GET /vpn.csv": row(administering),
  "GET /vpn/offices.csv": row(administering),
  "GET /vpn/lists": row(administering),
  "POST /vpn/lists": row(administering, {}, { upload: "csv", mayAnswer: [422] }),
  "GET /vpn/lists/:listId": row(administering, { listId: "@vpnList" }),
  "POST /vpn/lists/:listId/commit": row(
    administering,
    { listId: "@vpnList" },
    { mayAnswer: [409] },
  ),
  "POST /vpn/lists/:listId/discard": row(administering, { listId: "@vpnList" }),
  "POST /vpn/lists/:listId/rows": row(
    administering,
    { listId: "@vpnList", rowNumber: "1" },
    { mayAnswer: [409, 422] },
  ),
  "GET /networks/refusals": row(administering),

  // The record, and what is signed.
  "GET /record": row(only("auditor"), {}, { tells: { auditor: numbers } }),
  "GET /authority.pem": row(anyone, {}, { isPublic: true }),
  "GET /verification": row(anyone),
  "POST /verification": row(anyone, {}, { upload: "pdf" }),
  "GET /verification/:sha256": row(anyone, { sha256: "@letterHash" }),
  "GET /certificates": row(only("administrator", "auditor")),
  "GET /certificates/:id/revocation": row(
    administering,
    { id: "@certificate" },
    { isForAnyId: true },
  ),
  "POST /certificates/:id/revocation": row(administering, { id: "@certificate", reason: "खो गया" }),
  "GET /numbering": row(administering),
  "GET /numbering/:purpose": row(administering, { purpose: "file" }),
  "POST /numbering/:purpose": row(administering, {
    purpose: "diary",
    template: "{serial}/{year}/{unit}",
    year: "calendar",
    fromOn: "2027-01-01",
  }),

  // Documents and notices.
  "GET /documents/:id": row(seeing, { id: "@document" }),
  "POST /documents": row(anyone, {}, { upload: "pdf" }),
  "POST /uploads": row(
    anyone,
    {},
    { headers: { ...tus, "upload-length": "10", "upload-metadata": "filename YS5wZGY=" } },
  ),
  "GET /uploads/:id": row(holdersOwn, { id: "@upload" }, { headers: tus }),
  "PATCH /uploads/:id": row(holdersOwn, { id: "@upload" }, { headers: piece }),
  "DELETE /uploads/:id": row(holdersOwn, { id: "@upload" }, { headers: tus }),
  "GET /notices": row(anyone),
  "GET /notices/:noticeId": row(owning, { noticeId: "@notice" }),
  "POST /notices/reading": row(anyone),

  // Items on their way.
  "POST /items/selection": row(anyone, { ids: ["@plain", "@open"] }),
  "GET /items/movements/new": row(seeingThose, { ids: ["@plain", "@open"] }),
  "POST /items/movements": row(
    sendingThose,
    { ids: ["@plain", "@open"], ...to },
    { inAddress: ["ids"] },
  ),
  "GET /items/:itemId/movements/new": row(seeing, { itemId: "@plain" }),
  "POST /items/:itemId/movements": row(holding, { itemId: "@plain", ...to, ...sentence }),
  "GET /items/:itemId/return": row(seeing, { itemId: "@plain" }),
  "POST /items/:itemId/return": row(holding, { itemId: "@plain", ...sentence }),
  "POST /items/:itemId/recall": row(pullsBack(), { itemId: "@sent" }),
  "POST /items/:itemId/custody": row(holding, { itemId: "@physical" }),
  "GET /items/:itemId/parking": row(seeing, { itemId: "@plain" }),
  "POST /items/:itemId/parking": row(holding, { itemId: "@plain", parkedUntil: "2099-01-01" }),
  "POST /items/:itemId/parking/end": row(holding, { itemId: "@parked" }),
  "GET /items/:itemId/closure": row(seeing, { itemId: "@receipt" }),
  "POST /items/:itemId/closure": row(holding, { itemId: "@receipt", ...sentence }),
  "POST /items/:itemId/closure/end": row(holding, { itemId: "@closed" }),
  "POST /items/:itemId/discard": row(holding, { itemId: "@fresh" }),
  "GET /folders": row(anyone),
  "POST /folders": row(anyone, { name: "विधानसभा" }),
  "POST /folders/:folderId": row(owning, { folderId: "@folder", name: "नया नाम" }),
  "POST /folders/:folderId/removal": row(owning, { folderId: "@folder" }),
  "GET /items/:itemId/filing": row(seeing, { itemId: "@plain" }),
  "POST /items/:itemId/filing": row(owning, { itemId: "@plain", folderId: "@folder" }),
  "POST /items/:itemId/filing (out of one's folder)": row(seeing, { itemId: "@plain" }),
  "GET /posts/lookup": row(anyone, { q: "Officer" }),
  "GET /items/:itemId": row(seeing, { itemId: "@plain" }),
  "GET /items/:itemId (seen by one reason: holds)": row(onlyWho("holds"), {
    itemId: "@only-holds",
  }),
  "GET /items/:itemId (inside what is seen by one reason: holds)": row(onlyWho("holds"), {
    itemId: "@inside-holds",
  }),
  "GET /items/:itemId (seen by one reason: made)": row(onlyWho("made"), { itemId: "@only-made" }),
  "GET /items/:itemId (inside what is seen by one reason: made)": row(onlyWho("made"), {
    itemId: "@inside-made",
  }),
  "GET /items/:itemId (seen by one reason: passed)": row(onlyWho("passed"), {
    itemId: "@only-passed",
  }),
  "GET /items/:itemId (inside what is seen by one reason: passed)": row(onlyWho("passed"), {
    itemId: "@inside-passed",
  }),
  "GET /items/:itemId (seen by one reason: copied)": row(onlyWho("copied"), {
    itemId: "@only-copied",
  }),
  "GET /items/:itemId (inside what is seen by one reason: copied)": row(onlyWho("copied"), {
    itemId: "@inside-copied",
  }),
  "GET /items/:itemId (seen by one reason: covers)": row(onlyWho("covers"), {
    itemId: "@only-covers",
  }),
  "GET /items/:itemId (inside what is seen by one reason: covers)": row(onlyWho("covers"), {
    itemId: "@inside-covers",
  }),
  "GET /items/:itemId (a normal paper in a confidential file)": row(() => "hidden", {
    itemId: "@inside-secret",
  }),
  "GET /items/:itemId (a confidential paper in a normal file)": row(() => "hidden", {
    itemId: "@inside-open",
  }),
  "GET /items/who-sees": row(administering, { number: "palash" }, { tells: { all: numbers } }),
  "GET /items/:itemId/why": row(seeing, { itemId: "@plain" }),
  "GET /items/:itemId/movements": row(seeing, { itemId: "@plain" }),

  // Letters that came in.
  "GET /receipts": row(anyone, find),
  "GET /receipts/print": row(anyone, { section: "@section" }),
  "GET /receipts/sheet": row(anyone, { section: "@section" }),
  "GET /receipts/new": row(seeing, { copy: "@receipt" }),
  "POST /receipts": row(anyone, { nature: "physical", ...letter }),
  "GET /receipts/:id/diarised": row(seeing, { id: "@receipt" }),
  "GET /receipts/papers": row(anyone, { documentIds: "@document" }),
  "GET /receipts/senders": row(anyone, { q: "कलेक्टर" }),
  "GET /receipts/items": row(anyone, find),
  "GET /receipts/acknowledgements": row(anyone),
  "GET /receipts/:id/edit": row(holding, { id: "@entered" }, { records: reading }),
  "POST /receipts/:id": row(
    holding,
    { id: "@entered", ...letter },
    { upload: "pdf", records: reading },
  ),
  "GET /receipts/:id/acknowledgement": row(seeing, { id: "@receipt" }),
  "POST /receipts/:id/acknowledgement": row(but(holdingByRight, { "who made it": "done" }), {
    id: "@receipt",
  }),
  "GET /receipts/:id": row(seeing, { id: "@receipt" }),
  "GET /receipts/:receiptId/file/new": row(seeing, { receiptId: "@open" }),
  "POST /receipts/:receiptId/file": row(fillingFiles, { receiptId: "@open", fileId: "@plain" }),

  // Files and their notes.
  "GET /files": row(anyone, find),
  "GET /files/register.csv": row(anyone),
  "GET /files/lookup": row(anyone, find),
  "GET /files/new": row(only(...opensFiles)),
  "GET /files/new/heads": row(anyone),
  "POST /files": row(only(...opensFiles), {
    numbering: "free",
    freeNumber: "एफ 1-1/2026",
    subject: "नई नस्ती",
    mainCategory: "land",
  }),
  "GET /files/heads": row(anyone),
  "POST /files/heads": row(only("administrator", "section-officer"), {
    level: "basic",
    code: "77",
    ...names,
  }),
  "GET /files/:fileId": row(seeing, { fileId: "@file" }),
  "GET /files/:fileId/cover": row(seeing, { fileId: "@file" }),
  "GET /files/:fileId/cover/edit": row(seeing, { fileId: "@file" }),
  "POST /files/:fileId/cover/edit": row(holding, {
    fileId: "@file",
    subject: "नया विषय",
    mainCategory: "land",
  }),
  "POST /files/:fileId/papers/:paperId/flag": row(holding, {
    fileId: "@file",
    paperId: "@paper",
    flag: "puc",
  }),
  "GET /files/:fileId/closure": row(seeing, { fileId: "@noted" }),
  "POST /files/:fileId/closure (without the right to close)": row(
    but(() => "hidden", {
      "registry of the department": "forbidden",
      "secretary of the department": "elsewhere",
    }),
    { fileId: "@registrysFile", recordCategory: "B" },
  ),
  "POST /files/:fileId/closure": row(holding, { fileId: "@noted", recordCategory: "B" }),
  "PUT /files/:fileId/draft-note": row(holding, { fileId: "@plain", body: "प्रस्तुत।", revision: 0 }),
  "POST /files/:fileId/draft-note": row(
    holding,
    { fileId: "@plain", body: "प्रस्तुत।", revision: 0 },
    { records: reading },
  ),
  "POST /files/:fileId/draft-note/author": row(holding, { fileId: "@left" }),
  "POST /files/:fileId/draft-note/removal": row(throwingOwnAway, { fileId: "@yellow" }),
  "DELETE /files/:fileId/draft-note": row(throwingOwnAway, { fileId: "@yellow" }),
  "GET /files/:fileId/references": row(seeing, { fileId: "@plain", ...find }),
  "GET /files/:fileId/notes": row(seeing, { fileId: "@noted" }),
  "GET /files/:fileId/notes/:noteId": row(seeing, { fileId: "@noted", noteId: "@note" }),
  "GET /files/:itemId/agreement": row(seeing, { itemId: "@noted" }),
  "POST /files/:itemId/agreement": row(holding, { itemId: "@noted", ...to }),

  // Letters that go out.
  "GET /items/:itemId/drafts": row(seeing, { itemId: "@written" }),
  "GET /drafts/new": row(seeing, { itemId: "@plain" }),
  "POST /drafts": row(holding, { itemId: "@plain", ...draft }, { inAddress: ["itemId"] }),
  "GET /drafts/:id": row(seeing, { id: "@draft" }),
  "POST /drafts/:id": row(holding, { id: "@draft", version: 1, ...draft }),
  "PUT /drafts/:id/body": row(holding, { id: "@draft", body: "नया पाठ", revision: 0 }),
  "GET /drafts/:id/preview": row(seeing, { id: "@draft" }),
  "GET /drafts/:id/versions": row(seeing, { id: "@draft" }),
  "GET /drafts/:id/approval": row(seeing, { id: "@draft" }),
  "POST /drafts/:id/approval": row(holding, { id: "@draft", version: 1 }),
  "GET /drafts/:id/signature": row(seeing, { id: "@approved" }),
  "POST /drafts/:id/signature": row(holding, { id: "@approved", version: 1 }),
  "POST /drafts/:id/signature (another's to sign)": row(anothersToSign, {
    id: "@anothers",
    version: 1,
  }),
  "POST /drafts/:id/print": row(holding, { id: "@approved", version: 1 }),
  "GET /drafts/:id/print": row(takingOut, { id: "@printed" }),
  "GET /drafts/:id/print-cancellation": row(seeing, { id: "@printed" }),
  "POST /drafts/:id/print-cancellation": row(holding, { id: "@printed", reason: "गलत पता" }),
  "GET /drafts/:id/drop": row(seeing, { id: "@draft" }),
  "POST /drafts/:id/drop": row(holding, { id: "@draft", reason: "आवश्यक नहीं" }),
  "GET /drafts/:id/scan": row(seeing, { id: "@printed" }),
  "POST /drafts/:id/scan": row(
    atBrowser(holding, scanning),
    { id: "@printed" },
    { upload: "print" },
  ),
  "GET /scans": row(anyone),
  "POST /scans": row(anyone, {}, { upload: "print" }),
  "GET /scans/results": row(anyone, { told: "[]" }),
  "GET /letters/:id": row(seeing, { id: "@letter" }),
  "POST /letters/:id/registry": row(dispatching, { id: "@letter", ids: ["@waiting"] }),
  "POST /letters/:id/corrigendum": row(holding, { id: "@letter" }),
  "GET /dispatches/labels": row(seeing, { ids: ["@waiting"] }),
  "GET /dispatches/labels (handed to the registry)": row(
    but(seeing, { "registry of the department": "done" }),
    { ids: ["@handed"] },
    queued,
  ),
  "GET /dispatches": row(only("registry"), {}, queued),
  "GET /outward": row(anyone, {}, registered),
  "GET /outward.csv": row(anyone, {}, registered),
  "GET /dispatches/new": row(seeing, { ids: ["@waiting"] }),
  "GET /dispatches/new (handed to the registry)": row(
    but(seeing, { "registry of the department": "done" }),
    { ids: ["@handed"] },
    queued,
  ),
  "POST /dispatches": row(
    dispatching,
    { ids: ["@waiting"], mode: "by_hand" },
    { inAddress: ["ids"] },
  ),
  "POST /dispatches (handed to the registry)": row(
    dispatchingHanded,
    { ids: ["@handed"], mode: "by_hand" },
    { inAddress: ["ids"] },
  ),
  "GET /dispatches/:id/delivery": row(seeing, { id: "@gone" }),
  "POST /dispatches/:id/delivery": row(dispatching, { id: "@gone" }),
  "GET /dispatches/:id/return": row(seeing, { id: "@gone" }),
  "POST /dispatches/:id/return": row(dispatching, { id: "@gone", returnReason: "पता नहीं मिला" }),
  "POST /dispatches/:id/again": row(dispatching, { id: "@back" }),

  // Screens that join the modules.
  "GET /tray": row(anyone),
  "GET /track": row(anyone, find),
};

/** Each reason to see an item opens it to those who have that reason, and to nobody else. */
function onlyWho(reason: "holds" | "made" | "passed" | "copied" | "covers"): Rule {
  const who = { made: "who made it", passed: "who had it before", copied: "who got a copy" };
  return ({ kind }) => {
    const { relation } = kindOf(kind);
    const has =
      reason === "holds" || reason === "covers" ? relation === reason : kind === who[reason];
    return has ? "done" : "hidden";
  };
}

/** What asks for a session itself, since it is open to those who owe a proof. */
function inSession(rule: Rule): Rule {
  return (asking) => {
    if (!hasSession(asking.kind)) {
      return "sign-in";
    }
    return asking.as === "browser" ? rule(asking) : "forbidden";
  };
}

/** For whoever comes by the holder's own account, which has a second factor. */
function withFactor(outcome: Outcome): Partial<Record<KindName, Outcome>> {
  return {
    holder: outcome,
    "holder who proved himself long ago": outcome,
    "holder who owes his second factor": outcome,
  };
}

/** Whoever holds it by another charge hands over no more than that. */
function ownChargeOrAdministrator() {
  return but(() => "forbidden", {
    holder: "done",
    "holder who proved himself long ago": "done",
    administrator: "done",
    "administrator who proved himself long ago": "done",
  });
}

/** What whoever signed in long ago does only after he has shown again that it is he. */
export const confirmed: ReadonlySet<string> = new Set([
  "POST /office/posts/:postId/charges",
  "POST /office/posts/:postId/hand-over",
  "POST /office/charges/:chargeId/end",
  "POST /networks/ranges",
  "POST /networks/ranges/:id/end",
  "POST /networks/door",
  "POST /networks/rules",
  "POST /networks/rules/:id/end",
  "POST /me/tokens",
  "POST /accounts/first-passwords",
  "POST /accounts/:accountId/reset-password",
  "POST /accounts/:accountId/disable",
  "POST /accounts/:accountId/enable",
  "POST /accounts/:accountId/unlock",
  "POST /accounts/:accountId/reset-second-factors",
  "POST /posts/:postId/roles",
  "POST /role-grants/:grantId/withdraw",
  "POST /identities/:claimId/link",
  "POST /identities/:claimId/refuse",
  "POST /accounts/:accountId/identities/:identityId/unlink",
  "POST /accounts/:accountId/door",
  "GET /me/security/app",
  "POST /me/security/app",
  "GET /me/security/passkey",
  "POST /me/security/passkey",
  "POST /me/security/recovery-codes",
  "POST /me/security/:factorId",
  "POST /me/security/:factorId/removal",
  "POST /accounts/:accountId/sessions/:sessionId/end",
  "POST /rights",
  "POST /rights/confidential",
  "GET /items/who-sees",
  "GET /receipts/sheet",
  "GET /files/register.csv",
  "POST /drafts/:id/signature",
  "POST /sign-in-policy",
  "POST /vpn/lists/:listId/commit",
  "POST /directory/differences/:kind",
  "POST /vpn/lists/:listId/rows",
  "GET /drafts/:id/scan",
  "POST /drafts/:id/scan",
  "GET /scans",
  "POST /scans",
  "GET /outward.csv",
]);

/** Every officer his own post, a link officer no post, an administrator all. */
function ownPostOrAdministrator() {
  return but(() => "forbidden", {
    holder: "done",
    "holder who proved himself long ago": "done",
    "additional charge of the holder's post": "done",
    administrator: "done",
    "administrator who proved himself long ago": "done",
  });
}

/** Whoever sent it last takes it back while it is unread; on the desk it can only be returned. */
function pullsBack() {
  return but(holding, {
    holder: "elsewhere",
    "holder who proved himself long ago": "elsewhere",
    "link officer of the holder": "elsewhere",
    "additional charge of the holder's post": "elsewhere",
    "who had it before": "done",
  });
}
