import { formatDate, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  EmptyState,
  FieldGroup,
  Form,
  Notice,
  Panel,
  Radios,
  Table,
  TextInput,
} from "../../ui/index.ts";
import type { RangeLine } from "../list-networks.ts";
import type { Elsewhere } from "../networks.ts";
import { EndForm } from "./end-form.tsx";
import { NetworkTabs } from "./network-tabs.tsx";

export interface NetworksProps {
  readonly isClosed: boolean;
  readonly elsewhere: Elsewhere;
  /** The address from which the reader comes, as our own proxy says it. */
  readonly ownAddress: string | null;
  readonly ranges: readonly RangeLine[];
  readonly today: string;
  readonly form: FormState;
}

/** The ranges from which one may come in, and whether the door is closed to all others. */
export function NetworksPage(props: NetworksProps) {
  const { isClosed, ownAddress, ranges, today } = props;
  return (
    <>
      <NetworkTabs current="/networks" />
      <Notice tone={isClosed ? "done" : "warning"}>
        {isClosed
          ? t("The door is closed: only these networks are let in.")
          : t("The door is open: whoever reaches the server sees the page to sign in.")}{" "}
        {ownAddress !== null && t("You come from {address}.", { address: ownAddress })}
      </Notice>
      <Table
        caption={t("Ranges")}
        rows={ranges}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No range is entered yet.")} />}
        columns={[
          { label: t("Range"), heading: true, cell: ({ range }) => <bdi>{range}</bdi> },
          { label: t("Name"), cell: ({ label }) => label },
          {
            label: t("Office"),
            cell: ({ office }) => (office ? nameOf(office) : t("the whole state")),
          },
          { label: t("From"), cell: ({ fromOn }) => formatDate(fromOn) },
          {
            label: t("Until"),
            cell: ({ untilOn }) => (untilOn === null ? t("further notice") : formatDate(untilOn)),
          },
          { label: t("Order number"), cell: ({ orderNumber }) => orderNumber },
          {
            label: t("End"),
            cell: ({ id, phase, range }) => (
              <EndForm action={`/networks/ranges/${id}/end`} name={range} {...{ phase, today }} />
            ),
          },
        ]}
      />
      <RangeForm {...props} />
      <DoorForm {...props} />
    </>
  );
}

function RangeForm({ today, form }: NetworksProps) {
  return (
    <Form action="/networks/ranges" form={form}>
      <FieldGroup label={t("Enter a range")} columns={2}>
        <TextInput
          name="range"
          label={t("Range of addresses")}
          hint={t("For example 10.20.0.0/16 or 2405:8a00::/32.")}
        />
        <TextInput name="label" label={t("Name")} />
        <TextInput
          name="officeCode"
          label={t("Code of the office")}
          hint={t("Empty where the range serves the whole state.")}
          optional
        />
        <TextInput name="orderNumber" label={t("Order number")} />
        <DateInput name="fromOn" label={t("First day")} value={today} />
        <DateInput name="untilOn" label={t("Last day")} optional />
      </FieldGroup>
      <ButtonBar>
        <Button kind="primary">{t("Enter the range")}</Button>
      </ButtonBar>
    </Form>
  );
}

function DoorForm({ isClosed, elsewhere, form }: NetworksProps) {
  return (
    <Panel title={t("The door")}>
      <Form action="/networks/door" form={form}>
        <Radios
          name="closed"
          label={t("Whoever comes from no known range")}
          value={String(isClosed)}
          options={[
            { value: "true", label: t("finds a closed door") },
            { value: "false", label: t("may sign in") },
          ]}
        />
        <Radios
          name="elsewhere"
          label={t("Whoever comes from the range of another office")}
          value={elsewhere}
          options={[
            { value: "allow", label: t("is let in and recorded") },
            { value: "refuse", label: t("is refused and recorded") },
          ]}
        />
        <TextInput name="orderNumber" label={t("Order number")} />
        <ButtonBar>
          <Button kind="primary">{t("Set the door")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}
