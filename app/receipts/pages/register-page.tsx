import { formatDate, nameOf, t } from "../../base/index.ts";
import {
  Button,
  changedAddress,
  EmptyState,
  Filters,
  Mixed,
  PageHeading,
  Pager,
  Table,
  type Column,
  type Filter,
} from "../../ui/index.ts";
import { deliveryModes, mainCategories, senderTypes, vipTypes } from "../choices.ts";
import type { RegisterFilter } from "../input.ts";
import { senderOf } from "../letter.ts";
import type { RegisterLine } from "../list-receipts.ts";
import type { CoveredSection } from "../sections-covered.ts";
import { optionsOf } from "./options-of.ts";

export interface RegisterPageProps {
  readonly section: CoveredSection | undefined;
  readonly sections: readonly CoveredSection[];
  readonly filter: RegisterFilter;
  readonly lines: readonly RegisterLine[];
  readonly before: string | undefined;
  /** The same register as a sheet, and all of it to print. */
  readonly sheet: string;
  readonly print: string;
}

/** The inward register of a section, as it is kept on paper. */
export function RegisterPage(props: RegisterPageProps) {
  const { before, filter, lines, print, section, sections, sheet } = props;
  return (
    <>
      <PageHeading
        title={t("Inward register")}
        hint={section ? nameOf(section) : undefined}
        actions={
          <>
            <Button href="/receipts/new" kind="primary" shortcut="n">
              {t("Diarise a letter")}
            </Button>
            <Button href="/receipts/acknowledgements">{t("Acknowledgements")}</Button>
            <Button href={print}>{t("For print")}</Button>
            <Button href={sheet}>{t("As a sheet (CSV)")}</Button>
          </>
        }
      />
      <Filters filters={filtersOf(filter, sections)} />
      <RegisterTable lines={lines} />
      <Pager before={before} />
    </>
  );
}

/** The ruled table of the register; on paper it is the register. */
export function RegisterTable({ lines }: { readonly lines: readonly RegisterLine[] }) {
  return (
    <div class="register">
      <Table
        caption={t("Inward register")}
        columns={columns()}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No letter is entered here.")} />}
      />
    </div>
  );
}

function columns(): Column<RegisterLine>[] {
  return [
    {
      label: t("Diary number"),
      heading: true,
      cell: ({ id, number }) => (
        <a href={`/receipts/${id}`}>
          <Mixed text={number} />
        </a>
      ),
    },
    { label: t("Received on"), cell: ({ receivedOn }) => formatDate(receivedOn) },
    { label: t("From whom"), cell: senderCell },
    { label: t("Letter no. and date"), cell: letterCell },
    { label: t("Subject"), cell: ({ subject }) => <Mixed text={subject} /> },
    { label: t("Lies with"), cell: deskCell },
  ];
}

function senderCell(line: RegisterLine) {
  return (
    <>
      <Mixed text={senderOf(line)} />
      {line.vipType !== null && (
        <span class="quiet register-line">
          {[t(vipTypes[line.vipType]), line.vipName].filter(Boolean).join(": ")}
        </span>
      )}
    </>
  );
}

function letterCell({ deliveryMode, letterNumber, letterOn }: RegisterLine) {
  return (
    <>
      {letterNumber !== null && <Mixed text={letterNumber} />}
      <span class="register-line">{letterOn !== null && formatDate(letterOn)}</span>
      <span class="quiet register-line">{t(deliveryModes[deliveryMode])}</span>
    </>
  );
}

function deskCell({ desk, fileNumber, state }: RegisterLine) {
  if (state === "deleted") {
    return t("Thrown away");
  }
  if (fileNumber !== null) {
    return t("In the file {number}", { number: fileNumber });
  }
  return (
    <>
      {desk && nameOf(desk)}
      {state === "closed" && <span class="quiet register-line">{t("Closed")}</span>}
    </>
  );
}

function filtersOf(filter: RegisterFilter, sections: readonly CoveredSection[]): Filter[] {
  return [
    ...(sections.length > 1 ? [sectionFilter(filter, sections)] : []),
    { name: "q", label: t("Words"), value: filter.q },
    { name: "from", label: t("From day"), value: filter.from, type: "date" },
    { name: "until", label: t("Until day"), value: filter.until, type: "date" },
    {
      name: "senderType",
      label: t("Type of sender"),
      value: filter.senderType,
      options: optionsOf(senderTypes),
    },
    {
      name: "category",
      label: t("Main category"),
      value: filter.category,
      options: optionsOf(mainCategories),
    },
    {
      name: "mode",
      label: t("Delivery mode"),
      value: filter.mode,
      options: optionsOf(deliveryModes),
    },
    {
      name: "vip",
      label: t("VIP"),
      value: filter.vip,
      options: [{ value: "yes", label: t("Only VIP") }],
    },
  ];
}

function sectionFilter(filter: RegisterFilter, sections: readonly CoveredSection[]): Filter {
  return {
    name: "section",
    label: t("Section"),
    value: filter.section,
    options: sections.map((section) => ({ value: section.id, label: nameOf(section) })),
  };
}

/** The address of the register in another form, under the same filters. */
export function registerAddress(path: string, filter: RegisterFilter): string {
  return changedAddress(path, { ...filter });
}
