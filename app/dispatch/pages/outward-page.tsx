import { formatDate, formatDateTime, t } from "../../base/index.ts";
import {
  Button,
  EmptyState,
  Filters,
  Mixed,
  PageHeading,
  Pager,
  Table,
  Tag,
  type Column,
} from "../../ui/index.ts";
import type { OutwardQuestion } from "../input.ts";
import { dispatchStates, modeNames, modes } from "../modes.ts";
import type { DispatchLine } from "../queries.ts";
import { rupees } from "../register-rows.ts";
import { RegisterTabs } from "./register-tabs.tsx";

export interface OutwardProps {
  readonly lines: readonly DispatchLine[];
  readonly older: string | undefined;
  readonly question: Omit<OutwardQuestion, "before">;
  readonly mayQueue: boolean;
}

/** जावक पंजी: every letter that left, with its number, way and what became of it. */
export function OutwardPage({ lines, mayQueue, older, question }: OutwardProps) {
  const given = Object.entries(question).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return (
    <>
      <PageHeading
        title={t("Outward register")}
        actions={
          <>
            <span data-enhance="print">
              <Button type="button">{t("Print")}</Button>
            </span>
            <Button href={`/outward.csv?${query}`}>{t("Download as CSV")}</Button>
          </>
        }
      />
      <RegisterTabs current="register" mayQueue={mayQueue} />
      <Filters filters={filtersOf(question)} />
      <Table
        caption={t("Outward register")}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No letter has left that fits")} />}
        columns={columns()}
      />
      <Pager before={older} />
    </>
  );
}

function filtersOf({ from, mode, q, state, until }: OutwardProps["question"]) {
  return [
    { name: "q", label: t("Addressee, number or subject"), value: q },
    { name: "from", label: t("From day"), value: from, type: "date" as const },
    { name: "until", label: t("Until day"), value: until, type: "date" as const },
    {
      name: "mode",
      label: t("Mode"),
      value: mode,
      options: modeNames.map((value) => ({ value, label: t(modes[value]) })),
    },
    {
      name: "state",
      label: t("State"),
      value: state,
      options: Object.entries(dispatchStates).flatMap(([value, label]) =>
        value === "waiting" ? [] : [{ value, label: t(label) }],
      ),
    },
  ];
}

function columns(): Column<DispatchLine>[] {
  return [
    {
      label: t("Outward number"),
      heading: true,
      cell: ({ outwardNumber }) => <Mixed text={outwardNumber ?? ""} />,
    },
    {
      label: t("Dispatched at"),
      cell: ({ dispatchedAt }) => dispatchedAt && formatDateTime(dispatchedAt),
    },
    {
      label: t("Letter"),
      cell: ({ isVisible, issuedOn, letterId, letterNumber, subject }) => (
        <>
          {isVisible ? (
            <a href={`/letters/${letterId}`}>
              <Mixed text={subject ?? t("Confidential")} />
            </a>
          ) : (
            <Mixed text={subject ?? t("Confidential")} />
          )}
          <br />
          <span class="quiet">
            <Mixed text={letterNumber} /> · {formatDate(issuedOn)}
          </span>
        </>
      ),
    },
    {
      label: t("Addressee"),
      cell: ({ address, name }) => (
        <>
          <Mixed text={name} />
          <br />
          <span class="quiet">
            <Mixed text={address.replaceAll("\n", ", ")} />
          </span>
        </>
      ),
    },
    {
      label: t("Mode"),
      cell: ({ mode, trackingNumber }) => (
        <>
          {mode && t(modes[mode])}
          <br />
          <span class="quiet">{trackingNumber}</span>
        </>
      ),
    },
    { label: t("Postage (₹)"), number: true, cell: ({ chargePaise }) => rupees(chargePaise) },
    { label: t("State"), cell: (line) => <Outcome line={line} /> },
  ];
}

function Outcome({ line }: { readonly line: DispatchLine }) {
  const { deliveredOn, id, returnReason, state, postId } = line;
  const day = deliveredOn ? formatDate(deliveredOn) : "";
  return (
    <>
      <Tag tone={state === "returned" ? "overdue" : state === "delivered" ? "done" : "plain"}>
        {t(dispatchStates[state])}
      </Tag>
      <br />
      <span class="quiet">{returnReason ?? day}</span>
      {state === "dispatched" && postId === null && (
        <span class="button-bar">
          <a href={`/dispatches/${id}/delivery`}>{t("Delivered…")}</a>
          <a href={`/dispatches/${id}/return`}>{t("Came back…")}</a>
        </span>
      )}
    </>
  );
}
