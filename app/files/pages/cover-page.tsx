import { formatDate, nameOf, ownState, t } from "../../base/index.ts";
import { Button, Mixed, PrintButton } from "../../ui/index.ts";
import type { CoverDetails } from "../cover.ts";
import type { PlacedFile } from "../file.ts";
import { CoverParticulars } from "./cover-particulars.tsx";

export interface CoverPageProps {
  readonly file: PlacedFile;
  readonly cover: CoverDetails;
  readonly mayChange: boolean;
}

/** The cover as it would be pasted on the paper file; it prints on one page. */
export function CoverPage({ file, cover, mayChange }: CoverPageProps) {
  return (
    <>
      <div class="button-bar cover-actions">
        <Button href={`/files/${file.itemId}`}>{t("Back to the file")}</Button>
        {mayChange && (
          <Button href={`/files/${file.itemId}/cover/edit`}>{t("Change the cover")}</Button>
        )}
        <PrintButton />
      </div>
      <article class="file-cover">
        <header>
          <p>{nameOf(ownState())}</p>
          <p class="cover-unit">{nameOf(file.place.unit)}</p>
          <p class="cover-number">
            <span>{t("File number")}</span>
            <strong>
              <Mixed text={file.number} />
            </strong>
          </p>
          <h1>
            <Mixed text={file.item.subject} />
          </h1>
          <p class="quiet">{t("Opened on {date}", { date: formatDate(file.item.createdAt) })}</p>
        </header>
        <CoverParticulars file={file} cover={cover} />
      </article>
    </>
  );
}
