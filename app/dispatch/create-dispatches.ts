import { v7 as newId } from "uuid";
import { insertMany } from "../base/index.ts";
import { linesOf, whenLetterIsIssued, type DraftAddressee, type Issue } from "../drafting/index.ts";

/** One dispatch for each addressee and each copy, in the transaction that issues the letter. */
async function createDispatches({ letter, letterId, unitId }: Issue): Promise<void> {
  await insertMany("dispatches", [
    ...letter.to.map((addressee, index) => ({ ...common("to", index), ...rowOf(addressee) })),
    ...letter.copies.map((addressee, index) => ({ ...common("copy", index), ...rowOf(addressee) })),
  ]);

  function common(kind: "to" | "copy", index: number) {
    return {
      id: newId(),
      letterId,
      unitId,
      addresseeKind: kind,
      position: index + 1,
      via: "self",
      state: "waiting",
    };
  }
}

/** The first line names the addressee in registers; the others are where it goes. */
function rowOf(addressee: DraftAddressee) {
  const [name = "", ...address] = linesOf(addressee);
  return {
    name,
    address: address.join("\n"),
    email: addressee.email ?? null,
    postId: addressee.postId ?? null,
  };
}

whenLetterIsIssued(createDispatches);
