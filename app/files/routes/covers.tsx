import { anyPost, done, get, post, t, view, type Route } from "../../base/index.ts";
import { itemPolicy } from "../../movement/index.ts";
import { changeCover } from "../change-cover.ts";
import { coverDetails } from "../cover.ts";
import { findFile, findPlacedFile } from "../file.ts";
import { ChangeCover, FileAddress } from "../input.ts";
import { ChangeCoverPage } from "../pages/change-cover-page.tsx";
import { CoverPage } from "../pages/cover-page.tsx";
import { reading } from "./reading.ts";

export const coverRoutes: readonly Route[] = [
  get(
    "/files/:fileId/cover",
    { input: FileAddress, allow: anyPost, summary: "The cover of a file, to read or print" },
    async ({ actor, input }) => {
      const file = await findPlacedFile(actor, input.fileId);
      return view(reading(t("Cover page")), CoverPage, {
        file,
        cover: await coverDetails(actor, file.itemId),
        mayChange: itemPolicy.can(actor, "work", file.item),
      });
    },
  ),

  get(
    "/files/:fileId/cover/edit",
    { input: FileAddress, allow: anyPost, summary: "The form to change a cover" },
    async ({ actor, input, form }) =>
      view(reading(t("Change the cover")), ChangeCoverPage, {
        file: await findFile(actor, input.fileId),
        form,
      }),
  ),

  post(
    "/files/:fileId/cover/edit",
    {
      input: ChangeCover,
      allow: anyPost,
      summary: "Change the cover of a file",
      form: "/files/:fileId/cover/edit",
    },
    async ({ actor, input }) => {
      await changeCover(actor, input);
      return done(
        `/files/${input.fileId}?tab=details`,
        { id: input.fileId },
        { flash: t("The cover is changed.") },
      );
    },
  ),
];
