import { nameOf, t } from "../../base/index.ts";
import { Button, ButtonBar, DefinitionList, Mixed } from "../../ui/index.ts";
import type { SuggestedSection } from "../suggest-sections.ts";

export interface DiarisedPageProps {
  readonly id: string;
  readonly number: string;
  readonly computerNumber: number;
  readonly subject: string;
  readonly sender: string;
  readonly wantsAcknowledgement: boolean;
  readonly canSend: boolean;
  readonly sections: readonly SuggestedSection[];
}

/** The number, large enough to write on the letter, and the next letter one key away. */
export function DiarisedPage(props: DiarisedPageProps) {
  const { computerNumber, id, number, sections, sender, subject } = props;
  return (
    <div class="diarised">
      <h1 class="diarised-words">{t("Diarised as")}</h1>
      <p class="diarised-number">
        <Mixed text={number} />
      </p>
      <DefinitionList
        items={[
          { label: t("Subject"), value: <Mixed text={subject} /> },
          { label: t("From whom"), value: sender === "" ? undefined : <Mixed text={sender} /> },
          { label: t("Computer number"), value: String(computerNumber) },
          { label: t("Letters about this go to"), value: sectionsOf(sections) },
        ]}
      />
      <ButtonBar>
        <NextLetter />
        {props.canSend && (
          <Button href={`/items/${id}/movements/new`} drawer shortcut="s">
            {t("Send…")}
          </Button>
        )}
        <Button href={`/receipts/new?copy=${id}`} shortcut="c">
          {t("Another like it")}
        </Button>
        <Button href={`/receipts/${id}`} shortcut="o">
          {t("Open")}
        </Button>
        {props.wantsAcknowledgement && (
          <Button href={`/receipts/${id}/acknowledgement`} shortcut="a">
            {t("Acknowledgement")}
          </Button>
        )}
      </ButtonBar>
    </div>
  );
}

function NextLetter() {
  return (
    <a
      class="button button-primary"
      href="/receipts/new"
      data-enhance="focus"
      data-shortcut="n"
      autofocus
    >
      {t("Next letter")}
    </a>
  );
}

function sectionsOf(sections: readonly SuggestedSection[]): string | undefined {
  return sections.length === 0 ? undefined : sections.map(nameOf).join(" · ");
}
