import { buffer } from "node:stream/consumers";
import { v7 as newId } from "uuid";
import { change, insert, readStored, today } from "../../app/base/index.ts";
import { hashOfToken, newTokenText } from "../../app/access/access-token.ts";
import { hashPassword } from "../../app/access/index.ts";
import { sealSecret } from "../../app/access/second-factor/keep-secret.ts";
import { newSecret } from "../../app/access/second-factor/totp.ts";
import { beginUpload } from "../../app/documents/resumable/begin-upload.ts";
import { addRange } from "../../app/networks/add-range.ts";
import { addRule } from "../../app/networks/add-rule.ts";
import { setDoor } from "../../app/networks/set-door.ts";
import { commitImport } from "../../app/organisation/employee-import/commit-import.ts";
import { receiveImport } from "../../app/organisation/employee-import/receive-import.ts";
import { aPost, anEmployee, anOfficer, aUnit } from "../support/builders.ts";
import { aCsv, aDesignation, aLine } from "../support/organisation-builders.ts";
import { aFile } from "../support/file-builders.ts";
import { aPdf } from "../support/receipt-builders.ts";
import { aCast, type Cast } from "./cast.ts";
import { kindNames, type Classification, type KindName } from "./kinds.ts";
import { bareItems } from "./bare-items.ts";
import { idOf, somePapers, type Papers } from "./papers.ts";

export interface World {
  readonly cast: Cast;
  readonly papers: Readonly<Record<Classification, Papers>>;
  /** The same of another department, where the holder of ours has no business. */
  readonly foreign: Papers;
  /** Of the office itself: units, posts, people. */
  readonly office: Papers;
  readonly tokens: ReadonlyMap<KindName, string>;
  readonly uploads: Uploads;
}

interface Uploads {
  readonly pdf: Buffer;
  /** An employee master. */
  readonly csv: Buffer;
  /** The numbered print of a letter, as it comes back signed. */
  readonly print: Readonly<Record<Classification, Buffer>>;
}

/** One word for what is said, one for the numbers: the record shows numbers, and never what is said. */
export const canaries = {
  normal: { subject: "gulmohar", number: "palash" },
  confidential: { subject: "neelkamal", number: "kachnar" },
  foreign: { subject: "amaltas", number: "karanj" },
} as const;
export const password = "a-long-road-to-raipur";

/** Everything the matrix asks for, committed: each cell then runs in a transaction that is rolled back. */
export async function aWorld(): Promise<World> {
  const cast = await aCast();
  const { before, copied, holder, maker, otherSection, section, stranger } = cast;
  const way = { unit: section, maker, before, copied, holder };
  const theirs = { unit: otherSection, maker: copied, before: copied, holder: stranger };
  const papers = {
    normal: await somePapers(way, { classification: "normal", ...canaries.normal }),
    confidential: await somePapers(way, {
      classification: "confidential",
      ...canaries.confidential,
    }),
  };
  const foreign = await somePapers(theirs, {
    classification: "normal",
    ...canaries.foreign,
  });
  const tokens = await someTokens(cast);
  const office = await anOffice(cast, papers.normal);
  return { cast, papers, foreign, office, tokens, uploads: await someUploads(papers) };
}

/** What administrators keep in order; nobody's desk lies here. */
async function anOffice(cast: Cast, { letter = "" }: Papers): Promise<Papers> {
  const { holder, people, section, stranger } = cast;
  const unit = await aUnit({ parent: section });
  const post = await aPost({ unit });
  const clerk = await anOfficer();
  const [employee, subject, grant] = [await anEmployee(), newId(), newId()];
  await insert("section_subjects", { id: subject, unitId: unit.id, nameEn: "Land", nameHi: "भूमि" });
  await insert("role_grants", {
    id: grant,
    postId: post.id,
    role: "records",
    fromOn: "2020-01-01",
  });
  await insert("holidays", { day: "2030-05-01", nameEn: "Labour Day", nameHi: "श्रम दिवस" });
  const administrator = people.get("administrator") ?? holder;
  const staged = async () => {
    const { code: designation } = await aDesignation();
    return (await receiveImport(administrator, [await aCsv([aLine({ designation })])])).id;
  };
  const committed = await staged();
  await commitImport(administrator, committed, { leaveOutWrong: false });
  return {
    unit: unit.id,
    section: section.id,
    emptyUnit: (await aUnit({ parent: section })).id,
    waitingUnit: unit.id,
    emptyPost: post.id,
    post: clerk.postId,
    seat: holder.postId,
    strangersPost: stranger.postId,
    designation: (await aDesignation()).id,
    employee: employee.employeeId,
    account: employee.accountId,
    clerk: clerk.employeeId,
    subject,
    grant,
    charge: await idOf("select id from charges where post_id = $id", clerk.postId),
    import: await staged(),
    committedImport: committed,
    certificate: await idOf(
      "select c.id from certificates c where c.employee_id = $id",
      holder.employeeId,
    ),
    ...(await bareItems(
      { unit: section, maker: cast.maker, before: cast.before, copied: cast.copied, holder },
      clerk,
    )),
    ...(await waysIn(cast, clerk.accountId)),
    lockedAccount: clerk.accountId,
    holdersAccount: holder.accountId,
    registrysFile: await aRegistrysFile(cast),
    ownGrant: await idOf(
      "select id from role_grants where post_id = $id and role = 'administrator'",
      administrator.postId,
    ),
    suspendedAccount: people.get("suspended account")?.accountId ?? "",
    login: holder.login,
    token: await idOf("select id from access_tokens where account_id = $id", holder.accountId),
    letterHash: await idOf("select document_sha256 as id from letters where id = $id", letter),
  };
}

/** On the desk of one who may close no file. */
async function aRegistrysFile({ holder, people }: Cast): Promise<string> {
  const registry = people.get("registry of the department") ?? holder;
  const { permissions = new Set<string>(), roles } = holder;
  return (await aFile({ ...registry, permissions, roles })).id;
}

/** A second factor of the holder, an identity in doubt, one that is linked, and the networks. */
async function waysIn({ holder, people }: Cast, clerkAccountId: string): Promise<Papers> {
  const [factor, another, claim, identity] = [newId(), newId(), newId(), newId()];
  const vpnList = newId();
  const at = new Date();
  for (const id of [factor, another]) {
    await insert("authenticator_apps", {
      id,
      accountId: holder.accountId,
      name: "Phone",
      secret: sealSecret(id, newSecret()),
      lastStep: 0,
      addedAt: at,
    });
  }
  const administrator = people.get("administrator") ?? holder;
  const from = { fromOn: today(at), orderNumber: "F-1/2026" };
  await addRange(administrator, { range: "127.0.0.1", label: "Secretariat", ...from });
  const { id: range } = await addRange(administrator, {
    range: "10.1.0.0/16",
    label: "Durg",
    ...from,
  });
  const later = { rangeId: range, fromOn: "2098-01-01", orderNumber: "F-1/2026" };
  const { id: rule } = await addRule(administrator, { role: "registry", ...later });
  await insert("identity_claims", {
    id: claim,
    issuer: "https://sso.example",
    subject: "one",
    reason: "nobody",
    state: "waiting",
    claimedAt: at,
    lastClaimedAt: at,
  });
  await insert("identities", {
    id: identity,
    accountId: clerkAccountId,
    issuer: "https://sso.example",
    subject: "two",
    linkedAt: at,
  });
  await change(
    "accounts",
    { id: clerkAccountId },
    { lockedUntil: new Date(Date.now() + 86_400_000) },
  );
  await insert("vpn_lists", {
    id: vpnList,
    state: "staged",
    fileName: "vpn.csv",
    sha256: "none",
    rowsRead: 1,
    createdAt: at,
  });
  const row = { listId: vpnList, rowNumber: 1, vpnId: "v1", cells: {}, verdict: "unmatched" };
  await insert("vpn_list_rows", row);
  const sent = { token: "once", accountId: holder.accountId, fingerprint: "none", at };
  await insert("submissions", sent);
  await setDoor(administrator, { closed: true, elsewhere: "allow", orderNumber: "F-1/2026" });
  const { id: upload } = await beginUpload(holder, { bytes: 10, name: "a.pdf" });
  return { upload, factor, claim, identity, range, rule, vpnList };
}

async function someUploads(papers: World["papers"]): Promise<Uploads> {
  const { code: designation } = await aDesignation();
  const { sha256 } = await aCsv([aLine({ designation })]);
  const printOf = async ({ printed = "" }: Papers) =>
    bytesOf(await idOf("select wet_sha256 as id from drafts where id = $id", printed));
  return {
    pdf: await aPdf(),
    csv: await bytesOf(sha256),
    print: {
      normal: await printOf(papers.normal),
      confidential: await printOf(papers.confidential),
    },
  };
}

async function bytesOf(sha256: string): Promise<Buffer> {
  return Buffer.from(await buffer(readStored(sha256)));
}

async function someTokens({ holder, people }: Cast): Promise<Map<KindName, string>> {
  const tokens = new Map<KindName, string>();
  const passwordHash = await hashPassword(password);
  for (const kind of kindNames) {
    const officer = people.get(kind);
    if (officer) {
      const lost = kind === "token of a post since lost";
      const postId = lost ? holder.postId : officer.postId;
      tokens.set(kind, await aToken(kind, { accountId: officer.accountId, postId }));
      await change("accounts", { id: officer.accountId }, { passwordHash });
    }
  }
  const at = (kind: KindName) => ({ id: people.get(kind)?.accountId ?? "" });
  await change("accounts", at("suspended account"), { disabledAt: new Date() });
  await change("accounts", at("one-time password"), { mustChange: true });
  return tokens;
}

async function aToken(
  kind: KindName,
  { accountId, postId }: { accountId: string; postId: string },
): Promise<string> {
  const text = newTokenText();
  const day = 86_400_000;
  await insert("access_tokens", {
    id: newId(),
    accountId,
    postId,
    name: kind,
    tokenHash: hashOfToken(text),
    createdAt: new Date(Date.now() - day),
    expiresAt: new Date(Date.now() + (kind === "token past its time" ? -day / 2 : day)),
    lastUsedAt: new Date(),
    revokedAt: kind === "revoked token" ? new Date() : null,
  });
  return text;
}
