import { formatDate, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  EmptyState,
  FieldGroup,
  Form,
  HiddenFields,
  PageHeading,
  Table,
  Tabs,
  TextInput,
} from "../../ui/index.ts";
import type { Holiday } from "../holidays.ts";

interface CalendarProps {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly form?: FormState | undefined;
}

/** The holidays of one year, and the form that declares another. */
export function CalendarPage({ year, holidays, form }: CalendarProps) {
  return (
    <>
      <PageHeading
        title={t("Holidays")}
        hint={t("Days at a desk and due dates are counted in working days from this list.")}
      />
      <Tabs
        label={t("Years")}
        tabs={[year - 1, year, year + 1].map((one) => ({
          label: String(one),
          href: `/calendar?year=${one}`,
          current: one === year,
        }))}
      />
      <Table
        caption={t("Holidays of {year}", { year })}
        columns={[
          { label: t("Date"), cell: ({ day }) => formatDate(day), heading: true },
          { label: t("Holiday"), cell: nameOf },
          { label: t("Order number"), cell: ({ orderNumber }) => orderNumber },
          { label: t("Change"), cell: (holiday) => <Removal holiday={holiday} /> },
        ]}
        rows={holidays}
        rowKey={({ day }) => day}
        empty={<EmptyState title={t("No holiday of {year} is declared yet.", { year })} />}
      />
      <DeclareForm form={form} />
    </>
  );
}

function Removal({ holiday }: { readonly holiday: Holiday }) {
  return (
    <form action={`/calendar/holidays/${holiday.day}/removal`} method="post">
      <HiddenFields />
      <Button kind="link">{t("Remove {name}", { name: nameOf(holiday) })}</Button>
    </form>
  );
}

function DeclareForm({ form }: { readonly form?: FormState | undefined }) {
  return (
    <Form action="/calendar/holidays" form={form} label={t("Declare a holiday")}>
      <FieldGroup label={t("Declare a holiday")} columns={2}>
        <DateInput name="day" label={t("Date")} />
        <TextInput name="orderNumber" label={t("Order number")} optional />
        <TextInput name="nameEn" label={t("Name in English")} />
        <TextInput name="nameHi" label={t("Name in Hindi")} />
      </FieldGroup>
      <ButtonBar>
        <Button kind="primary">{t("Declare the holiday")}</Button>
      </ButtonBar>
    </Form>
  );
}
