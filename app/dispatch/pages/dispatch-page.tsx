import { t, type FormState } from "../../base/index.ts";
import { Button, ButtonBar, Drawer, Form, Mixed, Select, TextInput } from "../../ui/index.ts";
import { chosenModes, modes } from "../modes.ts";
import type { DispatchLine } from "../queries.ts";

export interface DispatchPageProps {
  readonly dispatches: readonly DispatchLine[];
  readonly form: FormState;
}

/** One or several leave in one way. */
export function DispatchPage({ dispatches, form }: DispatchPageProps) {
  const query = new URLSearchParams(dispatches.map(({ id }) => ["ids", id]));
  return (
    <Drawer title={t("Dispatch")} about={dispatches[0]?.subject ?? undefined}>
      <ul class="plain-list">
        {dispatches.map(({ address, id, letterNumber, name }) => (
          <li key={id}>
            <Mixed text={name} />
            <span class="quiet">
              {" "}
              <Mixed
                text={[address.replaceAll("\n", ", "), letterNumber].filter(Boolean).join(" · ")}
              />
            </span>
          </li>
        ))}
      </ul>
      <Form action={`/dispatches?${query}`} form={form}>
        <Select
          name="mode"
          label={t("Mode")}
          options={chosenModes.map((value) => ({ value, label: t(modes[value]) }))}
          empty={t("Choose")}
        />
        <TextInput name="trackingNumber" label={t("Tracking number")} maxLength={60} optional />
        <div class="field-columns field-columns-2">
          <TextInput name="weightGrams" label={t("Weight (g)")} optional />
          <TextInput name="charge" label={t("Postage (₹)")} optional />
        </div>
        <ButtonBar>
          <Button kind="primary">{t("Enter in the outward register")}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
