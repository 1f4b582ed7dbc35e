import { t } from "../../base/index.ts";
import { Button } from "../../ui/index.ts";
import type { OpenDraft } from "../read-draft-page.ts";

/** What can be done with the draft now. One of them is the primary step. */
export function DraftSteps({ draft, item, may }: OpenDraft) {
  const at = `/drafts/${draft.id}`;
  const isDraft = draft.state === "draft";
  return (
    <>
      {may.change && (
        <Button kind={isDraft ? "primary" : "secondary"}>{t("Save as a version")}</Button>
      )}
      {may.approve && (
        <Button href={`${at}/approval`} drawer>
          {t("Approve…")}
        </Button>
      )}
      {(may.sign || may.print) && (
        <Button kind="primary" href={`${at}/signature`} drawer>
          {t("Sign and issue…")}
        </Button>
      )}
      {may.scan && <WetSteps at={at} />}
      {may.change && (
        <Button href={`/items/${item.id}/movements/new`} drawer shortcut="s">
          {t("Send…")}
        </Button>
      )}
      {may.drop && (
        <Button kind="link" href={`${at}/drop`} drawer>
          {t("Drop…")}
        </Button>
      )}
      {draft.letterId && (
        <Button kind="primary" href={`/letters/${draft.letterId}`}>
          {t("Open the issued letter")}
        </Button>
      )}
    </>
  );
}

function WetSteps({ at }: { readonly at: string }) {
  return (
    <>
      <Button kind="primary" href={`${at}/scan`} drawer>
        {t("Upload the signed scan…")}
      </Button>
      <Button href={`${at}/print`} download>
        {t("Download the print")}
      </Button>
      <Button kind="link" href={`${at}/print-cancellation`} drawer>
        {t("Cancel the print…")}
      </Button>
    </>
  );
}
