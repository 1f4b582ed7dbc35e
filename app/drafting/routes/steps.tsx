import {
  type Actor,
  anyPost,
  done,
  forbidden,
  type FormState,
  get,
  notFound,
  post,
  readStored,
  type Route,
  t,
  view,
} from "../../base/index.ts";
import { isHeldBy } from "../../movement/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { approveDraft } from "../approve-draft.ts";
import { findDraft } from "../draft.ts";
import { dropDraft } from "../drop-draft.ts";
import { DropDraft, OneDraft, OneVersion } from "../input.ts";
import { SignaturePage } from "../pages/signature-page.tsx";
import { StepPage, type StepPageProps } from "../pages/step-page.tsx";
import { cancelPrint, printForSigning } from "../print-for-signing.ts";
import { readSignaturePage } from "../read-signature-page.ts";
import { nameFor, signDraft } from "../sign-draft.ts";

const narrow = (title: string): PageHead => ({ title, width: "reading" });

/** The page of one step, with the draft it is about. */
async function stepPage(
  actor: Actor,
  { id, form }: { readonly id: string; readonly form: FormState },
  step: Pick<StepPageProps, "title" | "sentences" | "button" | "asksReason"> & {
    readonly path: string;
    readonly decides?: boolean;
  },
) {
  const { draft } = await findDraft(actor, id);
  const { path, decides, ...rest } = step;
  return view(narrow(step.title), StepPage, {
    ...rest,
    about: draft.subject,
    action: `/drafts/${id}/${path}`,
    version: decides ? draft.version : undefined,
    form,
  });
}

export const stepRoutes: readonly Route[] = [
  get(
    "/drafts/:id/approval",
    { input: OneDraft, allow: anyPost, summary: "The form to approve a draft" },
    ({ actor, input: { id }, form }) =>
      stepPage(
        actor,
        { id, form },
        {
          path: "approval",
          title: t("Approve the draft"),
          sentences: [
            t(
              "The version you see is approved as it stands. Any later change takes the approval away.",
            ),
          ],
          button: t("Approve"),
          decides: true,
        },
      ),
  ),

  post(
    "/drafts/:id/approval",
    {
      input: OneVersion,
      allow: anyPost,
      summary: "Approve a version",
      form: "/drafts/:id/approval",
    },
    async ({ actor, input }) => {
      await approveDraft(actor, input);
      return done(`/drafts/${input.id}`, input, { flash: t("The draft is approved.") });
    },
  ),

  get(
    "/drafts/:id/signature",
    { input: OneDraft, allow: anyPost, summary: "The form to sign a letter" },
    async ({ actor, input, form }) =>
      view(narrow(t("Sign and issue")), SignaturePage, {
        ...(await readSignaturePage(actor, input.id)),
        form,
      }),
  ),

  post(
    "/drafts/:id/signature",
    {
      input: OneVersion,
      allow: anyPost,
      fresh: true,
      summary: "Sign the approved version with one's certificate and issue it",
      form: "/drafts/:id/signature",
    },
    async ({ actor, input }) => {
      const issued = await signDraft(actor, input);
      return done(`/letters/${issued.letterId}`, issued, {
        status: 201,
        flash: t("The letter is issued under number {number}.", { number: issued.number }),
      });
    },
  ),

  post(
    "/drafts/:id/print",
    {
      input: OneVersion,
      allow: anyPost,
      summary: "Number the approved version and print it for a signature with ink",
      form: "/drafts/:id/signature",
    },
    async ({ actor, input }) => {
      const printed = await printForSigning(actor, input);
      return done(`/drafts/${input.id}`, printed, {
        flash: t("Number {number} is on the print. Have it signed and scan it.", {
          number: printed.number,
        }),
      });
    },
  ),

  get(
    "/drafts/:id/print",
    { input: OneDraft, allow: anyPost, summary: "The numbered print, as PDF" },
    async ({ actor, input }) => {
      const { draft, item } = await findDraft(actor, input.id);
      const confidential = item.classification === "confidential";
      if (confidential && !isHeldBy(item, actor)) {
        throw forbidden("Only the post that holds this confidential paper can open it.");
      }
      const { wetBytes, wetNumber, wetSha256 } = draft;
      if (wetSha256 === null || wetNumber === null || wetBytes === null) {
        throw notFound();
      }
      return {
        kind: "download",
        mediaType: "application/pdf",
        name: nameFor(wetNumber),
        inline: true,
        bytes: wetBytes,
        open: (range) => readStored(wetSha256, range),
        confidential,
      };
    },
  ),

  get(
    "/drafts/:id/print-cancellation",
    { input: OneDraft, allow: anyPost, summary: "The form to cancel a print" },
    ({ actor, input: { id }, form }) =>
      stepPage(
        actor,
        { id, form },
        {
          path: "print-cancellation",
          title: t("Cancel the print"),
          sentences: [
            t("Its number is recorded as cancelled and is not used again. Destroy the paper."),
          ],
          button: t("Cancel the print"),
          asksReason: true,
        },
      ),
  ),

  post(
    "/drafts/:id/print-cancellation",
    {
      input: DropDraft,
      allow: anyPost,
      summary: "Cancel a print; its number is recorded as cancelled",
      form: "/drafts/:id/print-cancellation",
    },
    async ({ actor, input }) => {
      await cancelPrint(actor, input);
      return done(`/drafts/${input.id}`, input, { flash: t("The print is cancelled.") });
    },
  ),

  get(
    "/drafts/:id/drop",
    { input: OneDraft, allow: anyPost, summary: "The form to drop a draft" },
    ({ actor, input: { id }, form }) =>
      stepPage(
        actor,
        { id, form },
        {
          path: "drop",
          title: t("Drop the draft"),
          sentences: [t("It is worked on no more. Its versions stay to be read.")],
          button: t("Drop the draft"),
          asksReason: true,
        },
      ),
  ),

  post(
    "/drafts/:id/drop",
    { input: DropDraft, allow: anyPost, summary: "Drop a draft", form: "/drafts/:id/drop" },
    async ({ actor, input }) => {
      const { item } = await findDraft(actor, input.id);
      await dropDraft(actor, input);
      return done(`/items/${item.id}/drafts`, input, { flash: t("The draft is dropped.") });
    },
  ),
];
