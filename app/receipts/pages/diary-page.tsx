import { formatDate, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Checkbox,
  Form,
  Mixed,
  Notice,
  SplitView,
  type Option,
} from "../../ui/index.ts";
import type { LetterEntries } from "../begin-letter.ts";
import type { Duplicate } from "../duplicates.ts";
import type { Paper } from "../papers.ts";
import { FurtherFields } from "./further-fields.tsx";
import { PaperSide } from "./paper-side.tsx";
import { SenderFields } from "./sender-fields.tsx";
import { SubjectFields, UrgencyFields } from "./subject-fields.tsx";

export interface DiaryPageProps {
  readonly entries: LetterEntries;
  readonly papers: readonly Paper[];
  readonly duplicates: readonly Duplicate[];
  readonly replies: readonly Option[];
  readonly today: string;
  /** The receipt being corrected; none where a letter is entered. */
  readonly corrected?: { readonly id: string; readonly number: string } | undefined;
  readonly form: FormState;
}

/** The letter on the left, its entries on the right; the keyboard is enough. */
export function DiaryPage(props: DiaryPageProps) {
  const { corrected, entries, form, papers } = props;
  return (
    <Form
      action={corrected ? `/receipts/${corrected.id}` : "/receipts"}
      form={form}
      class="diary"
      multipart
      guard
    >
      <DefaultButton />
      <h1 class="diary-title">
        {corrected
          ? t("Correct the entries of {number}", { number: corrected.number })
          : t("Diarise a letter")}
      </h1>
      <SplitView
        name="diary"
        left={{
          label: t("Letter received"),
          content: (
            <PaperSide
              papers={papers}
              nature={entries.nature}
              natureFixed={corrected !== undefined}
            />
          ),
        }}
        right={{ label: t("Entries"), content: <Entries {...props} /> }}
      />
    </Form>
  );
}

/** Enter in any line presses the first button of a form, which must not be one that looks something up. */
function DefaultButton() {
  return (
    <button type="submit" class="unseen" name="next" value="generate" tabIndex={-1} aria-hidden>
      {t("Generate")}
    </button>
  );
}

function Entries({ corrected, duplicates, entries, replies, today }: DiaryPageProps) {
  return (
    <div class="diary-entries">
      <Duplicates duplicates={duplicates} />
      <SubjectFields entries={entries} today={today} />
      <SenderFields entries={entries} />
      <UrgencyFields entries={entries} today={today} />
      <FurtherFields entries={entries} replies={replies} />
      <div class="diary-buttons">
        {corrected ? (
          <ButtonBar>
            <Button kind="primary">{t("Save")}</Button>
            <Button href={`/receipts/${corrected.id}`}>{t("Cancel")}</Button>
          </ButtonBar>
        ) : (
          <DiariseButtons />
        )}
      </div>
    </div>
  );
}

function DiariseButtons() {
  return (
    <ButtonBar>
      <Button kind="primary" name="next" value="generate">
        {t("Generate")}
      </Button>
      <Button name="next" value="send">
        {t("Generate & send")}
      </Button>
      <Button name="next" value="copy">
        {t("Generate & copy")}
      </Button>
    </ButtonBar>
  );
}

function Duplicates({ duplicates }: { readonly duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning" title={t("This letter seems to be here already")}>
      <ul class="diary-duplicates">
        {duplicates.map((one) => (
          <li key={one.itemId}>
            <DuplicateLine duplicate={one} />
          </li>
        ))}
      </ul>
      <Checkbox
        name="despiteDuplicates"
        label={t("It is another letter: diarise it all the same")}
      />
    </Notice>
  );
}

function DuplicateLine({ duplicate }: { readonly duplicate: Duplicate }) {
  const { itemId, number, receivedOn, sameBytes, subject, visible } = duplicate;
  return (
    <>
      {visible ? (
        <a href={`/receipts/${itemId}`} target="_blank" rel="noopener">
          <Mixed text={number} />
        </a>
      ) : (
        <strong>
          <Mixed text={number} />
        </strong>
      )}{" "}
      {t("received {date}", { date: formatDate(receivedOn) })} <Mixed text={subject} />{" "}
      <span class="quiet">
        {sameBytes ? t("(the same document)") : t("(the same sender, number and date)")}
      </span>
    </>
  );
}
