import { v7 as newId } from "uuid";
import { insert, insertMarked } from "../../app/base/index.ts";
import type { AnOfficer } from "../support/builders.ts";
import type { Papers, Way } from "./papers.ts";

/** Who alone opens one paper each; the section covers the last by itself. */
const reasons = ["holds", "made", "passed", "copied", "covers"] as const;

/** Papers that each have one reason to be seen, alone and inside a file of that one reason. */
export async function bareItems(way: Way, elsewhere: AnOfficer): Promise<Papers> {
  const found: [string, string][] = [];
  for (const reason of reasons) {
    const file = await bareItem(way, elsewhere, reason);
    found.push([`only-${reason}`, file]);
    const inside = newId();
    await insert("items", { ...bare(elsewhere, inside), state: "attached", parentId: file });
    found.push([`inside-${reason}`, inside]);
  }
  const covered = { ...bare(elsewhere, newId()), unitId: way.unit.id };
  await insert("items", { ...covered, classification: "confidential" });
  const attached = { state: "attached" };
  const plain = { ...bare(elsewhere, newId()), ...attached, parentId: covered.id };
  await insert("items", plain);
  const open = { ...covered, id: newId(), number: "B-open" };
  await insert("items", open);
  const secret = { ...bare(elsewhere, newId()), ...attached, parentId: open.id };
  await insert("items", { ...secret, classification: "confidential" });
  return { ...Object.fromEntries(found), "inside-secret": plain.id, "inside-open": secret.id };
}

async function bareItem(
  { before, copied, holder, maker, unit }: Way,
  elsewhere: AnOfficer,
  reason: (typeof reasons)[number],
): Promise<string> {
  const id = newId();
  await insert("items", {
    ...bare(elsewhere, id),
    ...(reason === "holds" && { holderPostId: holder.postId }),
    ...(reason === "made" && { createdByPostId: maker.postId }),
    ...(reason === "covers" && { unitId: unit.id }),
  });
  const movement = { ...aMovement, id: newId(), itemId: id, at: new Date() };
  if (reason === "passed") {
    await insertMarked("movements", { ...movement, ...sentBy(before, elsewhere) });
  }
  if (reason === "copied") {
    await insertMarked("movements", { ...movement, ...sentBy(elsewhere, elsewhere) });
    const postId = copied?.postId ?? "";
    await insert("item_copies", { movementId: movement.id, itemId: id, postId, at: new Date() });
  }
  return id;
}

const aMovement = { sequence: 1, kind: "sent", priority: "ordinary" };

function sentBy(from: AnOfficer, to: AnOfficer) {
  return {
    fromPostId: from.postId,
    fromEmployeeId: from.employeeId,
    toPostId: to.postId,
    toEmployeeId: to.employeeId,
  };
}

function bare({ postId, unitId }: AnOfficer, id: string) {
  return {
    id,
    kind: "file",
    number: `B-${id}`,
    subject: "—",
    unitId,
    nature: "electronic",
    state: "moving",
    arrivedAt: new Date(),
    createdByPostId: postId,
    createdAt: new Date(),
  };
}
