import { t } from "../../../base/index.ts";
import { ItemSteps } from "../../../movement/index.ts";
import { Button } from "../../../ui/index.ts";
import type { OpenedFile } from "../read-file-page.ts";

interface FileStepsProps extends OpenedFile {
  readonly mayAgree: boolean;
}

/** The bar at the foot: what can be done with any item, and what only with a file. */
export function FileSteps({ file, steps, isWriting, mayAgree }: FileStepsProps) {
  const at = `/files/${file.itemId}`;
  const toPrint = <Button href={`${at}/notes`}>{t("Note sheet to print")}</Button>;
  return (
    <ItemSteps
      itemId={file.itemId}
      steps={steps}
      closure={`${at}/closure`}
      others={
        <>
          {isWriting && <Button href={`${at}/cover/edit`}>{t("Change the cover")}</Button>}
          <Button href={`/files/new?mainFileId=${file.itemId}`}>{t("Open a part file")}</Button>
          <Button href={`${at}/cover`}>{t("Cover page")}</Button>
          {isWriting && toPrint}
        </>
      }
    >
      {steps.send && mayAgree && (
        <Button href={`${at}/agreement`} drawer>
          {t("Agree & send…")}
        </Button>
      )}
      {isWriting ? (
        <Button href={`/drafts/new?itemId=${file.itemId}`}>{t("Draft a letter")}</Button>
      ) : (
        toPrint
      )}
    </ItemSteps>
  );
}
