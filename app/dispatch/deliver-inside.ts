/**
 * INVARIANTS
 * 1. A letter to a post inside becomes one receipt there: the delivery of the event happens once, in one
 *    transaction with the receipt, its number and the entry in the dispatch.
 * 2. The receiving office diarises it: its unit's number, its post's desk. The sender gains no sight of what
 *    becomes of it there.
 */
import {
  change,
  formatDate,
  inLanguage,
  nobody,
  now,
  onEvent,
  record,
  rows,
  row,
  storedSize,
  t,
  today,
  words,
  type Actor,
  type BilingualName,
  type RecordedEvent,
} from "../base/index.ts";
import { registerDocument } from "../documents/index.ts";
import { letterById, type IssuedLetter } from "../drafting/index.ts";
import { move } from "../movement/index.ts";
import { notify } from "../notices/index.ts";
import { findPost, type Post } from "../organisation/index.ts";
import { registerReceipt, type DiariseInput, type RegisteredReceipt } from "../receipts/index.ts";
import { dispatchColumns, type Dispatch } from "./dispatch.ts";
import { writeOut } from "./dispatch-letter.ts";

onEvent("letter.issued", "dispatch.deliver-inside", async (event) => {
  const letter = await letterById(event.subjectId);
  for (const { postId, ...dispatch } of await waitingInside(letter.id)) {
    if (postId !== null) {
      await deliverTo(await findPost(postId), { ...dispatch, postId }, { event, letter });
    }
  }
});

interface Arriving {
  readonly event: RecordedEvent;
  readonly letter: IssuedLetter;
}

/** To posts that were abolished meanwhile nothing is delivered: those wait for a person. */
function waitingInside(letterId: string): Promise<Dispatch[]> {
  return rows<Dispatch>(
    `select ${dispatchColumns} from dispatches s join letters l on l.id = s.letter_id
     join posts p on p.id = s.post_id and p.closed_on is null
     where s.letter_id = $letterId and s.state = 'waiting'
     order by s.addressee_kind desc, s.position for update of s`,
    { letterId },
  );
}

async function deliverTo(
  post: Post,
  dispatch: Dispatch,
  { event, letter }: Arriving,
): Promise<void> {
  const sender = systemAt({ id: letter.signatoryPostId, unitId: letter.unitId });
  const receiver = systemAt(post);
  await writeOut(sender, dispatch, { mode: "e_office" });
  const paper = await registerDocument(receiver, await fileOf(letter), { ours: true });
  const entries = { ...(await entriesOf(letter)), documentIds: [paper.id] };
  const receipt = await registerReceipt(receiver, entries, { fromLetterId: letter.id });
  await layOnDesk(receiver, { post, letter, receipt, kind: dispatch.kind });
  await change(
    "dispatches",
    { id: dispatch.id },
    {
      state: "delivered",
      deliveredOn: today(now()),
      receiptId: receipt.item.id,
    },
  );
  await record(sender, "dispatch.delivered", {
    subject: { type: "dispatch", id: dispatch.id, itemId: letter.itemId },
    detail: { letterId: letter.id, deliveredOn: today(now()), to: post.id },
  });
  await notify({
    eventId: event.id,
    postId: post.id,
    itemId: receipt.item.id,
    words: words("Letter No. {number} of {from} has reached you."),
    gaps: { number: letter.number, from: letter.signatoryPost },
    at: now(),
  });
}

/** Nobody's hand: the product itself, on behalf of a post. */
function systemAt({ id, unitId }: { readonly id: string; readonly unitId: string }): Actor {
  return { ...nobody, postId: id, unitId };
}

/** From *Created*, where diarising leaves it, to the inbox: unread, as anything that comes from outside. */
async function layOnDesk(
  receiver: Actor,
  arrival: {
    readonly post: Post;
    readonly letter: IssuedLetter;
    readonly receipt: RegisteredReceipt;
    readonly kind: Dispatch["kind"];
  },
): Promise<void> {
  const { letter, post, receipt } = arrival;
  await move(receiver, receipt.item, {
    kind: "sent",
    toPostId: post.id,
    toEmployeeId: post.holder?.id ?? null,
    state: "moving",
    actionAsked: arrival.kind === "to" ? "action" : "information",
    remarks: inLanguage(letter.language, () =>
      t("Letter No. {number}, dated {date}", {
        number: letter.number,
        date: formatDate(letter.issuedOn),
      }),
    ),
  });
}

async function entriesOf(letter: IssuedLetter): Promise<DiariseInput> {
  const department = await departmentOf(letter.unitId);
  const name = (named: BilingualName) => (letter.language === "hi" ? named.nameHi : named.nameEn);
  return {
    nature: "electronic",
    despiteDuplicates: true,
    subject: letter.subject,
    classification: await classificationOf(letter.itemId),
    deliveryMode: "e_office",
    letterNumber: letter.number,
    letterOn: letter.issuedOn,
    formOfCommunication: letter.form === "office_memorandum" ? "memorandum" : letter.form,
    letterLanguage: letter.language,
    senderType: "state_department",
    senderName: name(letter.signatory),
    senderDesignation: name(letter.signatoryPost),
    senderOrganisation: name(department),
    mainCategory: "other",
  };
}

/** The signed letter itself: its bytes lie in the store already. */
async function fileOf({ documentSha256: sha256, number }: IssuedLetter) {
  const name = `${number.replaceAll("/", "-")}.pdf`;
  return { field: "files", name, sha256, bytes: await storedSize(sha256) };
}

async function departmentOf(unitId: string): Promise<BilingualName> {
  const found = await row<BilingualName>(
    `select above.name_en as "nameEn", above.name_hi as "nameHi"
     from units u join units above on above.id = any(u.ancestor_ids)
     where u.id = $unitId order by above.kind = 'section', array_position(u.ancestor_ids, above.id) desc
     limit 1`,
    { unitId },
  );
  return found ?? { nameEn: "", nameHi: "" };
}

async function classificationOf(itemId: string) {
  const found = await row<{ classification: "normal" | "confidential" }>(
    "select classification from items where id = $itemId",
    { itemId },
  );
  return found?.classification ?? "normal";
}
