import { formatDate, nameOf, t } from "../../base/index.ts";
import { Mixed, PageHeading, Table } from "../../ui/index.ts";
import type { TemplateInForce } from "../list-templates.ts";

/** How every series of numbers is written, and since when. */
export function TemplatesPage({ templates }: { readonly templates: readonly TemplateInForce[] }) {
  return (
    <>
      <PageHeading
        title={t("Number templates")}
        hint={t("How the numbers of letters and files are written, from a day and for a unit on.")}
      />
      <Table
        caption={t("Number templates")}
        rows={templates}
        rowKey={(one) => `${one.purpose} ${one.unit?.code ?? ""} ${one.fromOn ?? ""}`}
        columns={[
          {
            label: t("Series"),
            heading: true,
            cell: ({ name, purpose }) => <a href={`/numbering/${purpose}`}>{t(name)}</a>,
          },
          {
            label: t("Template"),
            cell: ({ template }) => (
              <code>
                <Mixed text={template} />
              </code>
            ),
          },
          {
            label: t("Year"),
            cell: ({ year }) => (year === "calendar" ? t("Calendar year") : t("Financial year")),
          },
          {
            label: t("Applies to"),
            cell: ({ unit }) => (unit ? nameOf(unit) : t("Whole state")),
          },
          {
            label: t("In force from"),
            cell: ({ fromOn, orderNumber }) =>
              fromOn === null
                ? t("As supplied")
                : [formatDate(fromOn), orderNumber].filter(Boolean).join(" · "),
          },
        ]}
      />
    </>
  );
}
