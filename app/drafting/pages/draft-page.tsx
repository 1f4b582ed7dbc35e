import type { ComponentChildren } from "preact";
import { formatDateTime, nameOf, t, type FormState } from "../../base/index.ts";
import {
  ActionBar,
  DefinitionList,
  DocumentViewer,
  ErrorSummary,
  Form,
  Hidden,
  Notice,
  Panel,
  SplitView,
} from "../../ui/index.ts";
import { fieldWords } from "../field-words.ts";
import type { OpenDraft } from "../read-draft-page.ts";
import { DraftHead, DraftTabs } from "./draft-head.tsx";
import { DraftSteps } from "./draft-steps.tsx";
import { LetterFields } from "./letter-fields.tsx";

export type DraftPageProps = OpenDraft & { readonly form: FormState };

/** The form on the left, the letter as it will stand on paper on the right, the steps at the foot. */
export function DraftPage(props: DraftPageProps) {
  const { draft, form, may } = props;
  return (
    <>
      <DraftHead {...props} />
      <DraftTabs {...props} current="letter" />
      {may.change ? (
        <Form action={`/drafts/${draft.id}`} form={form} guard class="form-whole">
          <Hidden name="version" value={versionSeen(props)} />
          <Sides {...props} left={<LetterFields {...props} />} />
        </Form>
      ) : (
        <>
          <ErrorSummary errors={form.errors} idPrefix="" />
          <Sides {...props} left={<Written {...props} />} />
        </>
      )}
    </>
  );
}

function Sides(props: DraftPageProps & { readonly left: ComponentChildren }) {
  return (
    <>
      <SplitView
        name="draft"
        left={{
          label: t("Draft"),
          content: (
            <div class="draft-entries">
              <State {...props} />
              {props.left}
            </div>
          ),
        }}
        right={{
          label: t("Preview"),
          content: <DocumentViewer {...paperOf(props.draft)} kind="pdf" page={1} />,
        }}
      />
      <ActionBar>
        <DraftSteps {...props} />
      </ActionBar>
    </>
  );
}

/** A form that was refused keeps saying which version it was written on. */
function versionSeen({ draft, form }: DraftPageProps): number {
  const typed = Number(form.values["version"]);
  return Number.isInteger(typed) && typed > 0 ? typed : draft.version;
}

function State({ approvedBy, draft, may }: DraftPageProps) {
  if (draft.state === "approved" && approvedBy && draft.approvedAt) {
    return (
      <Notice
        tone="done"
        title={t("Approved by {post} on {moment}.", {
          post: nameOf(approvedBy),
          moment: formatDateTime(draft.approvedAt),
        })}
      >
        {may.change && <p>{t("Whatever you change takes the approval away.")}</p>}
      </Notice>
    );
  }
  if (draft.state === "awaiting-scan") {
    return (
      <Notice
        tone="warning"
        title={t("Printed under number {number}.", { number: draft.wetNumber ?? "" })}
      >
        <p>{t("Have it signed, scan all its pages and upload the scan.")}</p>
      </Notice>
    );
  }
  return null;
}

/** What was written, where it cannot be changed any more or lies on another desk. */
function Written({ draft, entries, offered }: DraftPageProps) {
  const shown: Record<string, string | undefined> = {
    to: [...offered.to.map(labelOf), entries.to].filter(Boolean).join("\n"),
    subject: entries.subject,
    references: entries.references,
    enclosures: entries.enclosures,
    copies: [...offered.copies.map(labelOf), entries.copies].filter(Boolean).join("\n"),
    signatoryPostId: offered.signatory.map(labelOf).join(", "),
    place: entries.place,
  };
  return (
    <Panel title={t("Letter")}>
      {draft.letterId && (
        <p>
          <a href={`/letters/${draft.letterId}`}>{t("Open the issued letter")}</a>
        </p>
      )}
      <DefinitionList
        items={Object.entries(shown).map(([field, value]) => ({
          label: t(fieldWords[field] ?? field),
          value: value ? <span class="in-lines">{value}</span> : undefined,
        }))}
      />
    </Panel>
  );
}

function labelOf({ label }: { readonly label?: unknown }): string {
  return typeof label === "string" ? label : "";
}

function paperOf(draft: OpenDraft["draft"]) {
  return draft.state === "awaiting-scan"
    ? { title: t("The print"), href: `/drafts/${draft.id}/print` }
    : { title: t("How it will look"), href: `/drafts/${draft.id}/preview` };
}
