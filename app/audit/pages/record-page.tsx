import { formatDateTime, formatNumber, nameOf, t, type BilingualName } from "../../base/index.ts";
import { EmptyState, Filters, PageHeading, Pager, PersonBlock, Table } from "../../ui/index.ts";
import { actionNames } from "../action-names.ts";
import type { RecordQuestion } from "../input.ts";
import type { RecordLine } from "../queries.ts";

export interface RecordProps {
  readonly lines: readonly RecordLine[];
  readonly question: RecordQuestion;
  readonly sealedTo: number;
  readonly older: string | undefined;
}

/** Who did what, as which post, on whose behalf and from where. */
export function RecordPage({ lines, question, sealedTo, older }: RecordProps) {
  return (
    <>
      <PageHeading
        title={t("Record of what was done")}
        hint={t("Sealed to row {number}", { number: formatNumber(sealedTo) })}
      />
      <Filters
        filters={[
          { name: "number", label: t("Number"), value: question.number },
          { name: "person", label: t("Person"), value: question.person },
          { name: "action", label: t("Action"), value: question.action, options: actionOptions() },
          { name: "from", label: t("From day"), value: question.from, type: "date" },
          { name: "until", label: t("Until day"), value: question.until, type: "date" },
        ]}
      />
      <Table
        caption={t("Record of what was done")}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nothing of this kind was done")} />}
        columns={[
          { label: t("When"), cell: ({ at }) => formatDateTime(at) },
          { label: t("Action"), heading: true, cell: ({ action }) => nameOfAction(action) },
          { label: t("Number"), cell: ({ number }) => number ?? "" },
          { label: t("Who"), cell: (line) => <Who line={line} /> },
          { label: t("From where"), cell: ({ address }) => address ?? "" },
          { label: t("Seal"), number: true, cell: ({ seal }) => (seal ? formatNumber(seal) : "") },
        ]}
      />
      <Pager before={older} />
    </>
  );
}

function Who({ line }: { readonly line: RecordLine }) {
  const post = nameIfAny(line.post);
  return (
    <PersonBlock
      name={nameIfAny(line.person)}
      post={
        line.onBehalfOf
          ? t("{post}, on behalf of {name}", { post: post ?? "", name: nameOf(line.onBehalfOf) })
          : (post ?? "")
      }
    />
  );
}

function nameIfAny(named: BilingualName | null): string | undefined {
  return named ? nameOf(named) : undefined;
}

function nameOfAction(action: string): string {
  return t(actionNames[action] ?? action);
}

function actionOptions() {
  return Object.keys(actionNames).map((value) => ({ value, label: nameOfAction(value) }));
}
