import {
  anyPost,
  done,
  get,
  invalid,
  nothing,
  post,
  t,
  view,
  type Route,
} from "../../base/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { acceptScan, acceptScans, type AcceptedScan, type ScanResult } from "../accept-scan.ts";
import { findDraft } from "../draft.ts";
import { OneDraft, ScanResults, UploadScan, UploadScans } from "../input.ts";
import { ScanResultsPage, type ScanLine } from "../pages/scan-results-page.tsx";
import { StepPage } from "../pages/step-page.tsx";

const narrow = (title: string): PageHead => ({ title, width: "reading" });

export const scanRoutes: readonly Route[] = [
  get(
    "/drafts/:id/scan",
    {
      input: OneDraft,
      allow: anyPost,
      fresh: true,
      summary: "The form to upload the signed scan of a letter",
    },
    async ({ actor, input, form }) => {
      const { draft } = await findDraft(actor, input.id);
      return view(narrow(t("Upload the signed scan")), StepPage, {
        title: t("Upload the signed scan"),
        about: draft.subject,
        sentences: [
          t("Letter No. {number}, {count} pages.", {
            number: draft.wetNumber ?? "",
            count: draft.wetPages ?? 0,
          }),
          t("With the scan the letter is issued. Nothing in it can be changed afterwards."),
        ],
        action: `/drafts/${input.id}/scan`,
        button: t("Upload and issue"),
        asksScan: "one" as const,
        form,
      });
    },
  ),

  post(
    "/drafts/:id/scan",
    {
      input: UploadScan,
      allow: anyPost,
      fresh: true,
      summary: "Issue a letter with the scan of its signed print",
      form: "/drafts/:id/scan",
      upload: true,
    },
    async ({ actor, input }) => {
      const [file] = input.files;
      if (!file) {
        throw invalid("files", "Choose one scan.");
      }
      const accepted = await acceptScan(actor, { id: input.id, file });
      const odd = oddPages(accepted);
      return done(`/letters/${accepted.letterId}`, accepted, {
        status: 201,
        flash: t("The letter is issued under number {number}.", { number: accepted.number }),
        ...(odd === null ? {} : { warning: odd }),
      });
    },
  ),

  get(
    "/scans",
    {
      input: nothing,
      allow: anyPost,
      fresh: true,
      summary: "The form to upload many signed scans",
    },
    async ({ form }) =>
      view(narrow(t("Signed scans")), StepPage, {
        title: t("Signed scans"),
        about: t("Each finds its letter by the QR code."),
        sentences: [t("With its scan each letter is issued. What finds no letter is named.")],
        action: "/scans",
        button: t("Upload and issue"),
        asksScan: "many" as const,
        form,
      }),
  ),

  post(
    "/scans",
    {
      input: UploadScans,
      allow: anyPost,
      fresh: true,
      summary: "Upload many signed scans; each finds its letter by its QR code",
      form: "/scans",
      upload: true,
    },
    async ({ actor, input }) => {
      const results = (await acceptScans(actor, input.files)).map(lineOf);
      const told = new URLSearchParams({ told: JSON.stringify(results) });
      return done(`/scans/results?${told}`, { results });
    },
  ),

  get(
    "/scans/results",
    { input: ScanResults, allow: anyPost, summary: "What became of the scans just uploaded" },
    async ({ input }) => view(t("Signed scans"), ScanResultsPage, { results: input.told }),
  ),
];

function lineOf({ accepted, name, refusal }: ScanResult): ScanLine {
  return {
    name,
    letterId: accepted?.letterId ?? null,
    number: accepted?.number ?? null,
    remark: refusal ? t(refusal.words, refusal.gaps) : accepted ? oddPages(accepted) : null,
  };
}

function oddPages({ pages }: AcceptedScan): string | null {
  return pages
    ? t("{printed} pages were printed, but {scanned} were scanned.", { ...pages })
    : null;
}
