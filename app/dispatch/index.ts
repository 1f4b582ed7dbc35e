import { anyPost, words, type Module } from "../base/index.ts";
import { holdDocuments } from "../documents/index.ts";
import "./create-dispatches.ts";
import "./deliver-inside.ts";
import { routes } from "./routes.ts";

export { dispatchesOf, findDispatch, type Dispatch } from "./dispatch.ts";
export { dispatchLetter, dispatchSeveral, type Dispatched } from "./dispatch-letter.ts";
export { handToRegistry } from "./hand-to-registry.ts";
export type { DispatchInput } from "./input.ts";
export { markDelivered, markReturned } from "./mark-delivered.ts";
export { modes, type DispatchState, type Mode } from "./modes.ts";
export { outwardRegister, registryQueue, type DispatchLine } from "./queries.ts";
export { sendAgain } from "./send-again.ts";

// The registry prints what was left to it, though it never held the file. What is confidential comes to it closed.
holdDocuments(`exists (select from dispatches s
  join letters l on l.id = s.letter_id
  join items i on i.id = l.item_id and i.classification = 'normal'
  join units issuing on issuing.id = s.unit_id
  join posts reader on reader.id = $viewerPost::uuid
  join units own on own.id = reader.unit_id
  join role_grants g on g.post_id = reader.id and g.role = 'registry'
    and current_date between g.from_on and coalesce(g.until_on, current_date)
  where l.document_id = d.id and s.via = 'registry'
    and issuing.ancestor_ids && array[coalesce(
      (select above.id from units above where above.id = any(own.ancestor_ids) and above.kind <> 'section'
        order by array_position(own.ancestor_ids, above.id) desc limit 1), own.id)])`);

export const dispatch: Module = {
  name: "dispatch",
  routes,
  sections: [
    { label: words("Dispatch"), href: "/outward", icon: "dispatch", order: 40, allow: anyPost },
  ],
};
