import {
  anyPost,
  done,
  get,
  hasRole,
  post,
  t,
  view,
  type Actor,
  type Route,
} from "../../base/index.ts";
import { findUnit } from "../../organisation/index.ts";
import { createHead, headsFor, mayAddHeads, type NewHead } from "../heads.ts";
import { AddHead, ShowHeads } from "../input.ts";
import { HeadsPage } from "../pages/heads-page.tsx";

export const headRoutes: readonly Route[] = [
  get(
    "/files/heads",
    { input: ShowHeads, allow: anyPost, summary: "The file heads a section may use" },
    async ({ actor, form }) =>
      view(t("File heads"), HeadsPage, {
        heads: await headsFor(actor.unitId),
        unit: await findUnit(actor.unitId),
        mayAdd: mayAddHeads(actor),
        mayAddForAll: hasRole("administrator")(actor),
        form,
      }),
  ),

  post(
    "/files/heads",
    { input: AddHead, allow: mayAddHeads, summary: "Add a file head", form: "/files/heads" },
    async ({ actor, input: { forAll, ...given } }) => {
      const id = await createHead(actor, {
        ...given,
        parentId: given.parentId ?? null,
        ...placeOf(actor, forAll),
      });
      return done(
        "/files/heads",
        { id },
        {
          flash: t("The head {code} is added.", { code: given.code }),
          status: 201,
        },
      );
    },
  ),
];

/** A section officer's heads are of his section; only an administrator's may be the whole state's. */
function placeOf(actor: Actor, forAll: boolean): Pick<NewHead, "unitId"> {
  return { unitId: forAll && hasRole("administrator")(actor) ? null : actor.unitId };
}
