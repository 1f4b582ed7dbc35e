import { formatDate, t } from "../../base/index.ts";
import { Button, Mixed, PageHeading } from "../../ui/index.ts";
import type { DispatchLine } from "../queries.ts";

/** One label for each envelope; the frame of the page does not print. */
export function LabelsPage({ labels }: { readonly labels: readonly DispatchLine[] }) {
  return (
    <>
      <PageHeading
        title={t("Address labels")}
        hint={t("Print on label paper or on the envelopes.")}
        actions={<PrintButton />}
      />
      <ul class="labels">
        {labels.map(({ address, id, issuedOn, letterNumber, name }) => (
          <li key={id} class="label">
            <p class="label-to">{t("To,")}</p>
            <p class="label-name">
              <Mixed text={name} />
            </p>
            <p class="in-lines">
              <Mixed text={address} />
            </p>
            <p class="quiet">
              {t("Letter No. {number}, dated {date}", {
                number: letterNumber,
                date: formatDate(issuedOn),
              })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function PrintButton() {
  return (
    <span data-enhance="print">
      <Button type="button">{t("Print")}</Button>
    </span>
  );
}
