import { formatDate, formatNumber, nameOf, t } from "../../base/index.ts";
import {
  Button,
  DefinitionList,
  EmptyState,
  HiddenFields,
  Mixed,
  Notice,
  PageHeading,
  Panel,
  Table,
} from "../../ui/index.ts";
import { chargeKinds } from "../charge.ts";
import type { Holding, PostRecord } from "../post-queries.ts";
import { Holders, Span } from "./holders.tsx";

export interface PostProps {
  readonly post: PostRecord;
  readonly holdings: readonly Holding[];
  readonly administers: boolean;
  readonly handsOver: boolean;
  /** Today, to tell a charge that lasts from one that is over. */
  readonly day: string;
}

/** A post: who holds it and held it, whom it reports to, how much lies on its desk. */
export function PostPage(props: PostProps) {
  const { post } = props;
  const isOpen = post.closedOn === null;
  return (
    <>
      <PageHeading
        title={nameOf(post)}
        hint={<Holders holders={post.holders} />}
        actions={isOpen && <Actions {...props} />}
      />
      {post.closedOn !== null && (
        <Notice tone="warning">
          {t("This post was closed on {date}.", { date: formatDate(post.closedOn) })}
        </Notice>
      )}
      <Particulars post={post} />
      <Panel title={t("Holders over time")}>
        <Holdings {...props} />
      </Panel>
    </>
  );
}

function Particulars({ post }: { readonly post: PostRecord }) {
  const unit = { nameEn: post.unitNameEn, nameHi: post.unitNameHi };
  return (
    <DefinitionList
      columns={2}
      items={[
        {
          label: t("Unit"),
          value: (
            <a href={`/office/units/${post.unitId}`}>
              <Mixed text={nameOf(unit)} />
            </a>
          ),
        },
        { label: t("Designation"), value: <Mixed text={nameOf(post.designation)} /> },
        {
          label: t("Reports to"),
          value: post.reportsTo && (
            <a href={`/office/posts/${post.reportsTo.id}`}>
              <Mixed text={nameOf(post.reportsTo)} />
            </a>
          ),
        },
        { label: t("Marking abbreviation"), value: <span lang="en">{post.marking}</span> },
        { label: t("Code"), value: post.code },
        { label: t("Items on the desk"), value: formatNumber(post.items) },
      ]}
    />
  );
}

function Actions({ post, administers, handsOver }: PostProps) {
  const base = `/office/posts/${post.id}`;
  return (
    <>
      {handsOver && post.holders.length > 0 && (
        <Button kind="primary" href={`${base}/hand-over`}>
          {t("Hand over charge")}
        </Button>
      )}
      {administers && (
        <>
          <Button href={`${base}/charges/new`}>{t("Give charge")}</Button>
          <Button href={`/posts/${post.id}/roles`}>{t("Rights of the post")}</Button>
          <Button href={`${base}/edit`}>{t("Change")}</Button>
          <form action={`${base}/close`} method="post">
            <HiddenFields />
            <Button kind="danger">{t("Close the post")}</Button>
          </form>
        </>
      )}
    </>
  );
}

function Holdings({ holdings, administers, day }: PostProps) {
  const lasts = ({ untilOn }: Holding) => untilOn === null || untilOn > day;
  return (
    <Table
      caption={t("Holders over time")}
      rows={holdings}
      rowKey={({ chargeId }) => chargeId}
      empty={<EmptyState title={t("Nobody has held this post yet.")} />}
      columns={[
        {
          label: t("Held by"),
          heading: true,
          cell: (holding) => (
            <a href={`/office/people/${holding.employeeId}`}>
              <Mixed text={nameOf(holding)} />
            </a>
          ),
        },
        { label: t("How"), cell: ({ kind }) => t(chargeKinds[kind]) },
        { label: t("When"), cell: (holding) => <Span {...holding} /> },
        { label: t("Order"), cell: (holding) => <Order {...holding} /> },
        {
          label: t("Report of charge"),
          cell: (holding) => (
            <>
              <a href={`/office/charges/${holding.chargeId}`}>{t("Report of charge")}</a>
              {administers && lasts(holding) && (
                <>
                  {" · "}
                  <a href={`/office/charges/${holding.chargeId}/end`}>{t("End the charge")}</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** Number and date of an order, as far as they are known. */
export function Order(props: { readonly orderNumber: string; readonly orderOn: string | null }) {
  return (
    <>
      {props.orderOn === null
        ? props.orderNumber
        : t("{number} of {date}", { number: props.orderNumber, date: formatDate(props.orderOn) })}
    </>
  );
}
