import { z } from "zod";
import { id, words } from "../../base/index.ts";
import { priorities } from "../../movement/index.ts";
import { orderNames } from "./orders.ts";

export const desks = ["inbox", "created", "sent", "parked", "closed", "copies", "folder"] as const;
export type DeskName = (typeof desks)[number];

export const shows = ["all", "unread", "due", "overdue"] as const;
export type Show = (typeof shows)[number];

/** What the address of the tray says: which list, filtered and ordered how, from which row on. */
export const OpenTray = z
  .strictObject({
    desk: z.enum(desks).default("inbox"),
    show: z.enum(shows).default("all"),
    folder: id.optional(),
    kind: z.string().max(40).optional(),
    priority: z.enum(priorities).optional(),
    from: id.optional(),
    sort: z.enum(orderNames).default("arrived"),
    before: z.base64url().max(500).optional(),
  })
  .refine((given) => given.desk !== "folder" || given.folder !== undefined, {
    path: ["folder"],
    message: words("Choose from the list."),
  });

export type TrayQuestion = z.infer<typeof OpenTray>;
