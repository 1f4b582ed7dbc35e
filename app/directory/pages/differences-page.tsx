import { formatDate, formatNumber, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Form,
  Hidden,
  Mixed,
  NextPage,
  Notice,
  PageHeading,
  Table,
  Tabs,
  type Column,
} from "../../ui/index.ts";
import {
  differenceKinds,
  type Difference,
  type DifferenceKind,
  type FieldChange,
} from "../sync/difference.ts";
import {
  closingWords,
  conflictWords,
  fieldWords,
  kindHints,
  kindWords,
} from "./difference-words.ts";

/** What is shown of a difference; what will be written follows from it and is not sent out. */
export type ShownDifference = Omit<Difference, "wanted"> & { readonly isPossible: boolean };

export interface DifferencesProps {
  readonly kind: DifferenceKind;
  readonly hasDirectory: boolean;
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  /** How many of this kind can be taken over. */
  readonly possible: number;
  readonly seen: string;
  readonly differences: readonly ShownDifference[];
  readonly next: string | undefined;
  readonly form: FormState;
}

/** The preview: what taking over would do, person by person. */
export function DifferencesPage(props: DifferencesProps) {
  const { kind, counts, differences, next } = props;
  return (
    <>
      <PageHeading title={t("Directory and office compared")} />
      <Tabs
        label={t("Directory and office compared")}
        tabs={differenceKinds.map((one) => ({
          label: t(kindWords[one]),
          href: `/directory/differences/${one}`,
          current: one === kind,
          count: counts[one],
        }))}
      />
      <Notice>
        {props.hasDirectory ? t(kindHints[kind]) : t("This office has no directory.")}
      </Notice>
      {kind === "conflict" || differences.length === 0 ? (
        <People differences={differences} />
      ) : (
        <TakeOverForm {...props} />
      )}
      <NextPage name="after" next={next} />
    </>
  );
}

function TakeOverForm({ kind, seen, possible, differences, form }: DifferencesProps) {
  return (
    <Form action={`/directory/differences/${kind}`} form={form}>
      <Hidden name="seen" value={seen} />
      <People differences={differences} />
      {possible > 0 && (
        <ButtonBar>
          <Button kind="primary">{t("Take over those chosen")}</Button>
          <Button name="everybody" value="true">
            {t("Take over all {count}", { count: formatNumber(possible) })}
          </Button>
        </ButtonBar>
      )}
      {kind === "new" && possible < differences.length && (
        <p class="quiet">
          {t("What is missing can be filled in as an employee master:")}{" "}
          <a href="/directory/new-people.csv">{t("the new people as a table")}</a>
        </p>
      )}
    </Form>
  );
}

function People({ differences }: Pick<DifferencesProps, "differences">) {
  return (
    <Table
      caption={t("People")}
      rows={differences}
      rowKey={({ subject }) => subject}
      empty={<EmptyState title={t("The directory and the office agree here.")} />}
      columns={columns()}
    />
  );
}

function columns(): Column<ShownDifference>[] {
  return [
    {
      label: t("Choose"),
      cell: (one) =>
        one.isPossible && (
          <input
            type="checkbox"
            name="subjects"
            value={one.subject}
            aria-label={t("Choose {name}", { name: nameOf(one) })}
          />
        ),
    },
    { label: t("Person"), heading: true, cell: (one) => <Person one={one} /> },
    { label: t("Particulars"), cell: (one) => <Particulars one={one} /> },
  ];
}

function Person({ one }: { readonly one: ShownDifference }) {
  return (
    <>
      {one.employeeId === null ? (
        <Mixed text={nameOf(one)} />
      ) : (
        <a href={`/office/people/${one.employeeId}`}>
          <Mixed text={nameOf(one)} />
        </a>
      )}{" "}
      <span class="quiet">{one.employeeCode}</span>
    </>
  );
}

function Particulars({ one }: { readonly one: ShownDifference }) {
  return (
    <ul class="plain-list">
      {one.closing && <li>{t(closingWords[one.closing])}</li>}
      {one.lastDay !== null && (
        <li>{t("Last day of service: {date}", { date: formatDate(one.lastDay) })}</li>
      )}
      {one.conflict && (
        <li>
          {t(conflictWords[one.conflict])} <a href="/identities">{t("Whose identity is this?")}</a>
        </li>
      )}
      {one.mistakes.map((mistake) => (
        <li key={`${mistake.field}${mistake.words}`} class="mistake">
          {fieldName(mistake.field)}: {t(mistake.words, mistake.gaps ?? {})}
        </li>
      ))}
      {one.changes.map(({ field, before, after }) => (
        <li key={field}>
          {t(fieldWords[field])}:{" "}
          {before !== "" && (
            <>
              <del>
                <Mixed text={textOf(field, before)} />
              </del>{" "}
              →{" "}
            </>
          )}
          <ins>
            <Mixed text={textOf(field, after)} />
          </ins>
        </li>
      ))}
    </ul>
  );
}

function textOf(field: FieldChange["field"], value: FieldChange["before"]): string {
  if (typeof value !== "string") {
    return nameOf(value);
  }
  return field === "bornOn" || field === "joinedOn" ? formatDate(value) : value;
}

function fieldName(field: string): string {
  const known = (fieldWords as Readonly<Record<string, string>>)[field];
  return known === undefined ? field : t(known);
}
