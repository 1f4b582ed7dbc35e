import { formatDateTime, nameOf, t, type BilingualName } from "../../base/index.ts";
import {
  ItemSteps,
  presentTrail,
  priorityTag,
  type Hop,
  type Item,
  type PossibleSteps,
} from "../../movement/index.ts";
import {
  Button,
  DocumentViewer,
  EmptyState,
  Notice,
  Panel,
  PaperList,
  PriorityTag,
  RecordHeader,
  SplitView,
  Tag,
  Trail,
} from "../../ui/index.ts";
import { enclosuresMissing } from "../letter.ts";
import type { Paper } from "../papers.ts";
import type { Receipt } from "../receipt.ts";
import type { LinkedItem } from "../show-receipt.ts";
import { ReceiptDetails } from "./receipt-details.tsx";

export interface ReceiptPageProps {
  readonly item: Item;
  readonly receipt: Receipt;
  readonly papers: readonly Paper[];
  readonly shownId?: string | undefined;
  readonly hops: readonly Hop[];
  readonly steps: PossibleSteps;
  readonly mayChange: boolean;
  readonly mayAcknowledge: boolean;
  readonly mayPutInFile: boolean;
  readonly office: BilingualName | null;
  readonly repliesTo: LinkedItem | null;
  readonly file: LinkedItem | null;
}

/** A receipt: what was entered and where it went on the left, the letter itself on the right. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { item, steps } = props;
  return (
    <>
      <RecordHeader
        kind={t("Receipt")}
        number={item.number}
        subject={item.subject}
        tags={<Tags {...props} />}
        where={<Where {...props} />}
      />
      <SplitView
        name="receipt"
        left={{ label: t("Details"), content: <DetailsSide {...props} /> }}
        right={{ label: t("Letter received"), content: <PaperSide {...props} /> }}
      />
      <ItemSteps itemId={item.id} steps={steps}>
        <OwnSteps {...props} />
      </ItemSteps>
    </>
  );
}

function OwnSteps({ item, mayAcknowledge, mayChange, mayPutInFile, receipt }: ReceiptPageProps) {
  const at = `/receipts/${item.id}`;
  return (
    <>
      {mayPutInFile && (
        <Button href={`${at}/file/new`} shortcut="f">
          {t("Put in a file…")}
        </Button>
      )}
      {mayPutInFile && <Button href={`/items/${item.id}/drafts`}>{t("Drafts")}</Button>}
      {mayChange && (
        <Button href={`${at}/edit`} shortcut="e">
          {receipt.sealed ? t("Enter the letter") : t("Correct the entries")}
        </Button>
      )}
      {mayAcknowledge && !receipt.acknowledgedAt && (
        <Button href={`${at}/acknowledgement`}>{t("Acknowledgement")}</Button>
      )}
    </>
  );
}

function Tags({ item, receipt }: ReceiptPageProps) {
  const missing = enclosuresMissing(receipt);
  return (
    <>
      {item.priority !== "ordinary" && <PriorityTag {...priorityTag(item.priority)} />}
      {item.classification === "confidential" && <Tag tone="overdue">{t("Confidential")}</Tag>}
      {item.nature === "physical" && <Tag>{t("On paper only")}</Tag>}
      {receipt.vipType !== null && <Tag tone="accent">{t("VIP")}</Tag>}
      {missing > 0 && <Tag tone="soon">{t("{count} enclosures missing", { count: missing })}</Tag>}
    </>
  );
}

function Where({ file, hops, item }: ReceiptPageProps) {
  const here = hops.findLast((hop) => hop.isHere)?.toPost;
  if (file) {
    return <a href={`/files/${file.id}`}>{t("In the file {number}", { number: file.number })}</a>;
  }
  if (item.state === "closed") {
    return <>{t("Closed")}</>;
  }
  return here ? (
    <>
      {t("Lies with {post} since {moment}", {
        post: nameOf(here),
        moment: formatDateTime(item.arrivedAt),
      })}
    </>
  ) : null;
}

function DetailsSide(props: ReceiptPageProps) {
  const { hops, receipt } = props;
  return (
    <div class="receipt-details">
      {receipt.sealed && (
        <Notice
          tone="warning"
          title={t(
            "A confidential cover that the registry did not open. Whoever opens it enters the letter.",
          )}
        />
      )}
      <ReceiptDetails {...props} />
      <p>
        <Button kind="link" href={`/receipts/new?copy=${props.item.id}`} shortcut="c">
          {t("Another like it")}
        </Button>
      </p>
      <Panel title={t("Movement")}>
        <Trail label={t("Movement")} steps={presentTrail(hops)} />
      </Panel>
    </div>
  );
}

function PaperSide({ item, papers, shownId }: ReceiptPageProps) {
  const shown = papers.find(({ id }) => id === shownId) ?? papers[0];
  if (!shown) {
    return (
      <EmptyState
        title={
          item.nature === "physical"
            ? t("This letter is kept on paper only.")
            : t("No document came with it.")
        }
      />
    );
  }
  return (
    <>
      {papers.length > 1 && <Contents {...{ item, papers, shown }} />}
      <DocumentViewer href={`/documents/${shown.id}`} title={shown.title} kind={shown.kind} />
    </>
  );
}

function Contents(props: {
  readonly item: Item;
  readonly papers: readonly Paper[];
  readonly shown: Paper;
}) {
  const { item, papers, shown } = props;
  return (
    <PaperList
      label={t("Documents of this letter")}
      papers={papers.map((paper, index) => ({
        id: paper.id,
        href: `/receipts/${item.id}?document=${paper.id}#paper-${paper.id}`,
        serial: String(index + 1),
        title: paper.title,
        pages: t("{count} pages", { count: paper.pages }),
        current: paper === shown,
      }))}
    />
  );
}
