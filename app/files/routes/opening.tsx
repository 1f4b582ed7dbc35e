import {
  anyPost,
  done,
  fragment,
  get,
  post,
  t,
  view,
  type FormState,
  type Route,
} from "../../base/index.ts";
import { priorityOptions } from "../../movement/index.ts";
import type { HeadIds } from "../heads.ts";
import { ChooseHeads, OpenFile, ShowOpenFile } from "../input.ts";
import { openFile } from "../open-file.ts";
import { HeadFields } from "../pages/head-fields.tsx";
import { NewFilePage } from "../pages/new-file-page.tsx";
import { mayOpenFiles } from "../policy.ts";
import { offerHeads } from "../preview-number.ts";
import { firstValues } from "../suggest.ts";
import { reading } from "./reading.ts";

export const openingRoutes: readonly Route[] = [
  get(
    "/files/new",
    { input: ShowOpenFile, allow: mayOpenFiles, summary: "The form to open a file" },
    async ({ actor, input, form }) =>
      view(reading(t("Open a file")), NewFilePage, {
        given: { ...input },
        first: await firstValues(actor, input),
        heads: await offerHeads(actor, typedHeads(form)),
        priorities: priorityOptions(),
        form,
      }),
  ),

  get(
    "/files/new/heads",
    {
      input: ChooseHeads,
      allow: anyPost,
      summary: "The heads below those chosen, and the number the next file would get",
    },
    async ({ actor, input }) =>
      fragment(HeadFields, { heads: await offerHeads(actor, byLevel(input)) }),
  ),

  post(
    "/files",
    { input: OpenFile, allow: anyPost, summary: "Open a file", form: "/files/new" },
    async ({ actor, input }) => {
      const item = await openFile(actor, input);
      return done(
        `/files/${item.id}`,
        { id: item.id, number: item.number, computerNumber: item.computerNumber },
        {
          flash: t("The file {number} is open on your desk.", { number: item.number }),
          status: 201,
        },
      );
    },
  ),
];

type Ids = Readonly<Partial<Record<keyof typeof ChooseHeads.shape, string | undefined>>>;

function byLevel(ids: Ids): HeadIds {
  return {
    basic: ids.basicHeadId,
    primary: ids.primaryHeadId,
    secondary: ids.secondaryHeadId,
    tertiary: ids.tertiaryHeadId,
  };
}

/** The heads in a form that is shown again, as far as they are ids at all. */
function typedHeads(form: FormState): HeadIds {
  const typed = ChooseHeads.safeParse(form.values);
  return typed.success ? byLevel(typed.data) : {};
}
