import { t } from "../../base/index.ts";
import { Field, Radios } from "../../ui/index.ts";
import { LetterPapers, type LetterPapersProps } from "./letter-papers.tsx";

interface PaperSideProps extends LetterPapersProps {
  readonly nature: "electronic" | "physical" | undefined;
  /** What it is stays as it was diarised. */
  readonly natureFixed?: boolean | undefined;
}

/** The left side of the diary: what the letter is, and the letter itself. */
export function PaperSide({ papers, nature = "electronic", natureFixed, shownId }: PaperSideProps) {
  return (
    <div class="paper-side" data-enhance="papers" data-papers="/receipts/papers">
      <div class="paper-side-head">
        {natureFixed !== true && (
          <Radios
            name="nature"
            label={t("The letter is kept")}
            options={[
              { value: "electronic", label: t("Scanned") },
              { value: "physical", label: t("On paper only") },
            ]}
            value={nature}
            inline
          />
        )}
        <PaperInput />
      </div>
      <div class="paper-side-papers" data-papers-box>
        <LetterPapers papers={papers} shownId={shownId} />
      </div>
    </div>
  );
}

/** Takes several documents, by choosing or dropping. Without script they are added by the button. */
function PaperInput() {
  return (
    <Field
      name="files"
      label={t("Scanned letter and enclosures")}
      hint={t(
        "PDF, picture, office document, text or mail, up to 1 GB. Choose several at once, or drop them here.",
      )}
    >
      {(control) => (
        <>
          <input
            {...control}
            aria-required={undefined}
            class="control control-file control-drop"
            type="file"
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.eml"
            multiple
            autofocus
          />
          <progress
            class="upload-progress"
            max={100}
            value={0}
            hidden
            aria-label={t("Uploading")}
          />
          <p class="field-error" data-papers-refusal hidden />
          <button type="submit" name="_find" value="files" class="button without-script">
            {t("Add")}
          </button>
        </>
      )}
    </Field>
  );
}
