import { z } from "zod";
import { checkbox, day, id, line, listOf, text, words } from "../base/index.ts";
import { actionNames } from "./actions-asked.ts";
import { priorities } from "./item.ts";

/** A number as people type it; the page without one asks for it. */
export const AskWhoSees = z.strictObject({ number: line(200).optional() });

export const OneItem = z.strictObject({ itemId: id });

const sending = {
  toPostId: z.uuid(words("Choose the post that shall receive it.")),
  copyPostIds: listOf(id, 20),
  actionAsked: z.enum(actionNames).optional(),
  remarks: text(1000).optional(),
  priority: z.enum(priorities).optional(),
  dueOn: day.optional(),
};

export const OpenSendForm = z.strictObject({ itemId: id, reply: checkbox });
export const SendItem = z.strictObject({ itemId: id, reply: checkbox, ...sending });

const ids = listOf(id, 50).refine((given) => given.length > 0, words("Choose at least one item."));

export const OpenSendSeveral = z.strictObject({ ids });
export const SendSeveral = z.strictObject({ ids, ...sending });
/** The ticked rows of a list; the list says where it stands by `back`. */
export const ChooseSeveral = z.strictObject({ ids, back: z.string().max(2000).optional() });

export const ReturnItem = z.strictObject({
  itemId: id,
  remarks: text(1000).pipe(z.string().min(1, words("Say why you return it."))),
});
export const ParkItem = z.strictObject({
  itemId: id,
  parkedUntil: day,
  remarks: text(1000).optional(),
});
export const CloseItem = z.strictObject({
  itemId: id,
  remarks: text(1000).pipe(z.string().min(1, words("Say why it is closed."))),
});
export const RestItem = z.strictObject({ itemId: id, remarks: text(1000).optional() });

export const FileItem = z.strictObject({ itemId: id, folderId: id.optional() });
export const NameFolder = z.strictObject({ name: line(60) });
export const RenameFolder = z.strictObject({ folderId: id, name: line(60) });
export const OneFolder = z.strictObject({ folderId: id });

export const FindPosts = z.strictObject({ q: z.string().trim().max(100).default("") });
