import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { roleNames, type Role } from "../../app/access/index.ts";
import { signDraft } from "../../app/drafting/index.ts";
import { putInFile } from "../../app/files/index.ts";
import { sendItem } from "../../app/movement/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { aPost, anOfficer, aUnit, type AUnit } from "../support/builders.ts";
import { aDepartment, aDraft, anApprovedDraft } from "../support/draft-builders.ts";
import { aDraftNote, aFile, aNoteSent } from "../support/file-builders.ts";
import { aReceipt } from "../support/receipt-builders.ts";
import { unsandboxed } from "../support/sandbox.ts";
import { programOf } from "../support/visit.ts";

const [asked, secret] = ["प्रश्नपद", "नीलकमल"];
const subject = `${asked} ${secret}`;

describe("A confidential file", function () {
  unsandboxed();
  this.timeout(300_000);
  let [department, section]: AUnit[] = [];
  let ids: readonly string[] = [];

  before(async () => {
    ({ department, section } = await aDepartment());
    const post = await aPost({ unit: section, rank: 8 });
    const holder = await anOfficer({
      post,
      roles: ["officer", "draft-approver", "signatory", "dealing-hand"],
    });
    const other = await anOfficer({ unit: await aUnit(), roles: ["officer"] });
    const about = { classification: "confidential", subject } as const;
    const file = await aFile(holder, about);
    const inside = await aReceipt(holder, about);
    const loose = await aReceipt(holder, about);
    const letter = { itemId: file.id, subject, body: secret };
    const signed = await anApprovedDraft(holder, letter);
    const { letterId } = await signDraft(holder, signed);
    const draft = await aDraft(holder, letter);
    await aNoteSent(holder, { fileId: file.id, to: other, text: secret });
    await sendItem(other, { itemId: file.id, toPostId: holder.postId });
    await putInFile(holder, { receiptId: inside.item.id, fileId: file.id });
    await aDraftNote(holder, file.id, secret);
    const known = await row<{ dispatch: string; document: string; note: string }>(
      `select (select id from dispatches where letter_id = $letterId limit 1) as dispatch,
         (select document_id from letters where id = $letterId) as document,
         (select id from notes where file_id = $file) as note`,
      { letterId, file: file.id },
    );
    const items = [file.id, inside.item.id, loose.item.id, draft.id, signed.id, letterId];
    ids = [...items, known?.dispatch ?? "", known?.document ?? "", known?.note ?? ""];
  });

  const readers: readonly [string, () => AUnit | undefined, readonly Role[]][] = [
    ["a colleague of the section", () => section, ["dealing-hand", "officer", "signatory"]],
    ["its section officer", () => section, ["section-officer", "draft-approver"]],
    ["the secretary of the department", () => department, ["secretary", "close-approver"]],
    ["the registry of the department", () => department, ["registry"]],
    ["another department with every right", () => undefined, roleNames],
  ];

  for (const [who, unit, roles] of readers) {
    it(`is shown nowhere to ${who}`, async () => {
      const at = unit();
      const program = await programOf(await anOfficer({ ...(at && { unit: at }), roles }));
      for (const path of addresses("GET")) {
        const { status, text } = await program.get(path);
        expect(text, path).to.not.contain(secret);
        expect(isOpen(path) && status < 300, `${path} ${status}`).to.equal(false);
      }
      for (const path of addresses("POST")) {
        const { status, text } = await program.post(path, body(path));
        expect(text, path).to.not.contain(secret);
        expect(status, path).to.be.above(399);
      }
    });
  }

  /** Every route with each of the file's ids in its path; lists also with words that would find it. */
  function addresses(method: "GET" | "POST"): string[] {
    return allRoutes
      .filter(
        (route) =>
          route.method === method && !/posts|office|accounts|certificates/.test(route.path),
      )
      .flatMap(({ path }) => {
        if (/:\w*[iI]d/.test(path)) {
          return ids.map((id) => path.replace(/:\w*[iI]d/g, id));
        }
        return method === "GET" && !path.includes(":")
          ? [
              path,
              `${path}?${new URLSearchParams({ q: asked })}`,
              ...ids.map((id) => `${path}?ids=${id}`),
            ]
          : [];
      });
  }

  /** The address names a thing of the file itself. */
  function isOpen(path: string): boolean {
    return ids.some((id) => path.includes(`/${id}`));
  }

  function body(path: string): object {
    return path.endsWith("/closure")
      ? { remarks: "x", recordCategory: "A" }
      : { version: 1, remarks: "x" };
  }
});
