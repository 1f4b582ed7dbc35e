import { v7 as newId } from "uuid";
import { execute, explainConstraint, record, words, type Actor } from "../base/index.ts";
import { lockDispatch } from "./dispatch.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { outwardTransaction } from "./outward-transaction.ts";

explainConstraint("dispatches_sent_again_once", words("The letter is being sent again already."));

/** Puts a letter that came back up for dispatch anew; the first attempt keeps its outward number. */
export function sendAgain(actor: Actor, id: string): Promise<{ readonly id: string }> {
  return outwardTransaction(async () => {
    const at = await lockDispatch(actor, id);
    refuseUnless(actor, "again", at);
    const again = { id: newId() };
    await execute(
      `insert into dispatches (id, letter_id, unit_id, addressee_kind, position, name, address, email,
         via, state, again_of_id)
       select $again, s.letter_id, s.unit_id, s.addressee_kind,
         (select max(other.position) + 1 from dispatches other
           where other.letter_id = s.letter_id and other.addressee_kind = s.addressee_kind),
         s.name, s.address, s.email, s.via, 'waiting', s.id
       from dispatches s where s.id = $id`,
      { id, again: again.id },
    );
    await record(actor, "dispatch.put-up-again", {
      subject: { type: "dispatch", id: again.id, itemId: at.dispatch.itemId },
      detail: { letterId: at.dispatch.letterId, againOf: id },
    });
    return again;
  });
}
