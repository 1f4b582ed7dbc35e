import { formatDate, formatNumber, nameOf, t } from "../../base/index.ts";
import { mainCategories } from "../../receipts/index.ts";
import {
  Button,
  changedAddress,
  EmptyState,
  Filters,
  Mixed,
  PageHeading,
  Pager,
  Table,
  useFrame,
  type Column,
  type Filter,
} from "../../ui/index.ts";
import type { ListFilesQuestion } from "../input.ts";
import type { FileLine } from "../queries.ts";
import { fileStates, stateWords } from "../state-words.ts";
import { optionsOf } from "./options-of.ts";

export interface RegisterPageProps {
  readonly lines: readonly FileLine[];
  readonly question: Omit<ListFilesQuestion, "before">;
  readonly before: string | undefined;
  readonly mayOpen: boolean;
}

/** The register of files, newest first. */
export function RegisterPage({ lines, question, before, mayOpen }: RegisterPageProps) {
  return (
    <>
      <PageHeading title={t("Files")} actions={<Actions mayOpen={mayOpen} />} />
      <Filters filters={filtersOf(question)} />
      <div class="register file-register">
        <Table
          caption={t("Register of files")}
          columns={columns()}
          rows={lines}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t("No file fits here.")}>
              <p>{t("Files that your post holds, has handled or may oversee are listed here.")}</p>
            </EmptyState>
          }
        />
      </div>
      <Pager before={before} />
    </>
  );
}

function Actions({ mayOpen }: { readonly mayOpen: boolean }) {
  const { path } = useFrame();
  const query = changedAddress(path, { before: undefined }).split("?")[1];
  return (
    <>
      {mayOpen && (
        <Button href="/files/new" kind="primary" shortcut="n">
          {t("Open a file")}
        </Button>
      )}
      <Button href="/files/heads">{t("File heads")}</Button>
      <Button href={`/files/register.csv${query === undefined ? "" : `?${query}`}`}>
        {t("As a sheet (CSV)")}
      </Button>
    </>
  );
}

function columns(): Column<FileLine>[] {
  return [
    {
      label: t("File number"),
      heading: true,
      cell: ({ computerNumber, number }) => (
        <>
          <span class="file-number">
            <Mixed text={number} />
          </span>
          <span class="quiet register-line">
            {t("Computer number {number}", { number: formatNumber(computerNumber) })}
          </span>
        </>
      ),
    },
    {
      label: t("Subject"),
      cell: ({ id, mainCategory, subject }) => (
        <>
          <a href={`/files/${id}`}>
            <Mixed text={subject} />
          </a>
          <span class="quiet register-line">{t(mainCategories[mainCategory])}</span>
        </>
      ),
    },
    { label: t("Section"), cell: ({ unit }) => nameOf(unit) },
    { label: t("Opened on"), cell: ({ openedOn }) => formatDate(openedOn) },
    { label: t("Lies with"), cell: whereCell },
  ];
}

function whereCell({ daysHere, holder, state }: FileLine) {
  return (
    <>
      {holder && nameOf(holder)}
      <span class="quiet register-line">
        {state === "closed"
          ? stateWords(state)
          : t("{state} · {days} d", { state: stateWords(state), days: formatNumber(daysHere) })}
      </span>
    </>
  );
}

function filtersOf(question: RegisterPageProps["question"]): Filter[] {
  return [
    { name: "q", label: t("Number or subject"), value: question.q },
    {
      name: "where",
      label: t("Where"),
      value: question.where,
      options: [{ value: "here", label: t("On my desk") }],
    },
    {
      name: "state",
      label: t("Present state"),
      value: question.state,
      options: optionsOf(fileStates),
    },
    {
      name: "category",
      label: t("Main category"),
      value: question.category,
      options: optionsOf(mainCategories),
    },
    { name: "year", label: t("Year"), value: question.year?.toString() },
  ];
}
