import { formatDate, formatDateTime, nameOf, t } from "../../base/index.ts";
import { formWords, type IssuedLetter } from "../../drafting/index.ts";
import {
  ActionBar,
  Button,
  DefinitionList,
  DocumentViewer,
  HiddenFields,
  Panel,
  RecordHeader,
  SplitView,
  Tag,
} from "../../ui/index.ts";
import type { Dispatch } from "../dispatch.ts";
import type { DispatchRights } from "../possible.ts";
import { DispatchList } from "./dispatch-list.tsx";

export type DispatchWithRights = Dispatch & { readonly may: DispatchRights };

export interface LetterPageProps {
  readonly letter: IssuedLetter;
  readonly item: { readonly number: string; readonly href: string };
  readonly mayCorrect: boolean;
  readonly dispatches: readonly DispatchWithRights[];
}

/** The letter as it went out on the right, to whom and how on the left. */
export function LetterPage(props: LetterPageProps) {
  const { dispatches, item, letter } = props;
  return (
    <>
      <RecordHeader
        kind={t(formWords[letter.form])}
        number={letter.number}
        subject={letter.subject}
        tags={<Tag tone="done">{t("Issued")}</Tag>}
        where={t("issued on {date}", { date: formatDate(letter.issuedOn) })}
      />
      <SplitView
        name="letter"
        left={{
          label: t("Dispatch"),
          content: (
            <div class="draft-entries">
              <DispatchList letterId={letter.id} dispatches={dispatches} />
              <Particulars letter={letter} item={item} />
            </div>
          ),
        }}
        right={{
          label: t("Letter"),
          content: (
            <DocumentViewer
              title={letter.number}
              href={`/documents/${letter.documentId}`}
              kind={letter.mediaType === "application/pdf" ? "pdf" : "image"}
            />
          ),
        }}
      />
      <Steps {...props} />
    </>
  );
}

function Particulars({ item, letter }: Pick<LetterPageProps, "item" | "letter">) {
  const signed = t("{person}, {post}", {
    person: nameOf(letter.signatory),
    post: nameOf(letter.signatoryPost),
  });
  return (
    <Panel title={t("Particulars")}>
      <DefinitionList
        items={[
          { label: t("Issued from"), value: <a href={item.href}>{item.number}</a> },
          {
            label: t("Why may I see this?"),
            value: <a href={`/items/${letter.itemId}/why`}>{t("The reasons")}</a>,
          },
          { label: t("Signed by"), value: signed },
          {
            label: t("How it is signed"),
            value:
              letter.signing === "certificate" ? t("With a certificate") : t("With ink, scanned"),
          },
          { label: t("Signed at"), value: formatDateTime(letter.signedAt) },
          { label: t("Number of the certificate"), value: letter.certificateSerial },
          {
            label: t("Fingerprint (SHA-256)"),
            value: <code class="hash">{letter.documentSha256}</code>,
          },
        ]}
      />
    </Panel>
  );
}

function Steps({ dispatches, item, letter, mayCorrect }: LetterPageProps) {
  const waiting = dispatches.filter(({ may }) => may.dispatch);
  const ids = new URLSearchParams(waiting.map(({ id }) => ["ids", id]));
  return (
    <ActionBar>
      {waiting.length > 0 && (
        <Button kind="primary" href={`/dispatches/new?${ids}`} drawer>
          {waiting.length === 1
            ? t("Dispatch…")
            : t("Dispatch all {count}…", { count: waiting.length })}
        </Button>
      )}
      <Button href={item.href}>{t("Back to {number}", { number: item.number })}</Button>
      {letter.signing === "certificate" && (
        <Button href={`/verification/${letter.documentSha256}`}>{t("Verify the signature")}</Button>
      )}
      {mayCorrect && (
        <form method="post" action={`/letters/${letter.id}/corrigendum`}>
          <HiddenFields />
          <Button kind="link">{t("Draft a corrigendum")}</Button>
        </form>
      )}
    </ActionBar>
  );
}
