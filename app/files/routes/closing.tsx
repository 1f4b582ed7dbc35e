import { anyPost, done, get, post, t, view, type Route } from "../../base/index.ts";
import { closeFile } from "../close-file.ts";
import { contentsOf } from "../contents.ts";
import { findFile } from "../file.ts";
import { CloseFile, FileAddress } from "../input.ts";
import { CloseFilePage } from "../pages/close-file-page.tsx";
import { mayApproveClosing } from "../policy.ts";
import { reading } from "./reading.ts";

export const closingRoutes: readonly Route[] = [
  get(
    "/files/:fileId/closure",
    { input: FileAddress, allow: anyPost, summary: "The form to close a file" },
    async ({ actor, input, form }) => {
      const { item, itemId, number, recordCategory } = await findFile(actor, input.fileId);
      const papers = await contentsOf(itemId);
      return view(reading(t("Close the file")), CloseFilePage, {
        file: { id: itemId, number, subject: item.subject, recordCategory },
        flagged: papers.filter(({ flag }) => flag !== null).length,
        mayClose: mayApproveClosing(actor),
        form,
      });
    },
  ),

  post(
    "/files/:fileId/closure",
    {
      input: CloseFile,
      allow: anyPost,
      summary: "Close a file and say how long it is kept",
      form: "/files/:fileId/closure",
    },
    async ({ actor, input }) => {
      await closeFile(actor, input);
      return done(
        `/files/${input.fileId}`,
        { id: input.fileId, recordCategory: input.recordCategory },
        { flash: t("The file is closed.") },
      );
    },
  ),
];
