import { formatDate, nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  EmptyState,
  FieldGroup,
  Form,
  Panel,
  Select,
  Table,
  TextInput,
} from "../../ui/index.ts";
import type { RangeLine, RuleLine } from "../list-networks.ts";
import { boundRoles, roleWords } from "../role-words.ts";
import { EndForm } from "./end-form.tsx";
import { NetworkTabs } from "./network-tabs.tsx";

interface RulesProps {
  readonly rules: readonly RuleLine[];
  readonly ranges: readonly RangeLine[];
  readonly today: string;
  readonly form: FormState;
}

/** Which rights and offices come in only from ranges named for them. */
export function RulesPage({ rules, ranges, today, form }: RulesProps) {
  return (
    <>
      <NetworkTabs current="/networks/rules" />
      <p>
        {t(
          "Whoever has a right named here, or a post in an office named here, comes in only from the ranges named for it.",
        )}
      </p>
      <Table
        caption={t("Who from where")}
        rows={rules}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nobody is bound to a range.")} />}
        columns={[
          { label: t("Who"), heading: true, cell: whoOf },
          { label: t("From where"), cell: ({ range, label }) => `${label} (${range})` },
          { label: t("From"), cell: ({ fromOn }) => formatDate(fromOn) },
          {
            label: t("Until"),
            cell: ({ untilOn }) => (untilOn === null ? t("further notice") : formatDate(untilOn)),
          },
          { label: t("Order number"), cell: ({ orderNumber }) => orderNumber },
          {
            label: t("End"),
            cell: (rule) => (
              <EndForm
                action={`/networks/rules/${rule.id}/end`}
                name={whoOf(rule)}
                phase={rule.phase}
                today={today}
              />
            ),
          },
        ]}
      />
      <RuleForm {...{ ranges, today, form }} />
    </>
  );
}

function whoOf({ role, office }: RuleLine): string {
  return role === null ? (office ? nameOf(office) : "") : roleWords(role);
}

function RuleForm({ ranges, today, form }: Omit<RulesProps, "rules">) {
  return (
    <Panel title={t("Bind to a range")}>
      <Form action="/networks/rules" form={form}>
        <FieldGroup label={t("Bind to a range")} columns={2}>
          <Select
            name="role"
            label={t("Right")}
            empty={t("Choose")}
            optional
            options={Object.keys(boundRoles).map((value) => ({
              value,
              label: roleWords(value),
            }))}
          />
          <TextInput name="officeCode" label={t("Code of the office")} optional />
          <Select
            name="rangeId"
            label={t("Range")}
            empty={t("Choose")}
            options={ranges.map(({ id, range, label }) => ({
              value: id,
              label: `${label} (${range})`,
            }))}
          />
          <TextInput name="orderNumber" label={t("Order number")} />
          <DateInput name="fromOn" label={t("First day")} value={today} />
          <DateInput name="untilOn" label={t("Last day")} optional />
        </FieldGroup>
        <ButtonBar>
          <Button kind="primary">{t("Set the rule")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}
