import { anyPost, done, get, post, t, view, type FormState, type Route } from "../../base/index.ts";
import { findItem } from "../../movement/index.ts";
import { flagPaper } from "../flag-paper.ts";
import { FlagPaper, PutReceiptInFile, ReceiptAddress } from "../input.ts";
import { PutInFilePage } from "../pages/put-in-file-page.tsx";
import { mayOpenFiles } from "../policy.ts";
import { putInFile } from "../put-in-file.ts";
import { filesOnDesk } from "../queries.ts";
import { likelyFiles } from "../suggest.ts";
import { reading } from "./reading.ts";

export const paperRoutes: readonly Route[] = [
  get(
    "/receipts/:receiptId/file/new",
    { input: ReceiptAddress, allow: anyPost, summary: "The form to put a receipt in a file" },
    async ({ actor, input, form }) => {
      const { id, number, subject } = await findItem(actor, input.receiptId);
      const likely = await likelyFiles(actor, subject);
      const searched = searchedWords(form);
      return view(reading(t("Put in a file")), PutInFilePage, {
        receipt: { id, number, subject },
        likely,
        found: searched === undefined ? likely : await filesOnDesk(actor, searched),
        mayOpen: mayOpenFiles(actor),
        form,
      });
    },
  ),

  post(
    "/receipts/:receiptId/file",
    {
      input: PutReceiptInFile,
      allow: anyPost,
      summary: "Put a receipt in a file on one's desk",
      form: "/receipts/:receiptId/file/new",
    },
    async ({ actor, input }) => {
      const paper = await putInFile(actor, input);
      return done(`/files/${input.fileId}?paper=${paper.id}`, paper, {
        flash: t("The letter is paper no. {serial} of the file.", { serial: paper.serial }),
        status: 201,
      });
    },
  ),

  post(
    "/files/:fileId/papers/:paperId/flag",
    { input: FlagPaper, allow: anyPost, summary: "Flag a paper PUC or FR, or take the flag off" },
    async ({ actor, input }) => {
      await flagPaper(actor, input);
      return done(`/files/${input.fileId}?paper=${input.paperId}#paper`, { flag: input.flag });
    },
  ),
];

/** What was typed into the lookup where no script runs. */
function searchedWords(form: FormState): string | undefined {
  const typed = form.values["_find"] === "fileId" ? form.values["_text_fileId"] : undefined;
  return typeof typed === "string" ? typed.trim().slice(0, 100) : undefined;
}
