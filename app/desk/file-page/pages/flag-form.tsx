import { t } from "../../../base/index.ts";
import type { ContentsEntry } from "../../../files/index.ts";
import { Button, HiddenFields } from "../../../ui/index.ts";

/** Flags the open paper, or takes its flag off. */
export function FlagForm({
  fileId,
  paper,
}: {
  readonly fileId: string;
  readonly paper: ContentsEntry;
}) {
  return (
    <form class="flag-form" action={`/files/${fileId}/papers/${paper.id}/flag`} method="post">
      <HiddenFields />
      {paper.flag !== "puc" && (
        <Button kind="link" name="flag" value="puc">
          {t("Flag as paper under consideration (PUC)")}
        </Button>
      )}
      {paper.flag !== "fr" && (
        <Button kind="link" name="flag" value="fr">
          {t("Flag as fresh receipt (FR)")}
        </Button>
      )}
      {paper.flag !== null && (
        <Button kind="link" name="flag" value="none">
          {t("Take the flag off")}
        </Button>
      )}
    </form>
  );
}
