import { formatDate, t, words, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  EmptyState,
  FieldGroup,
  Filters,
  Form,
  PageHeading,
  Panel,
  Radios,
  Select,
  Table,
  TextInput,
} from "../../ui/index.ts";
import { roleNames, roles } from "../roles.ts";
import type { ConfidentialOrder } from "./confidential-order.ts";
import { ConfidentialPanel } from "./confidential-panel.tsx";
import type { MatrixRecord } from "./list-matrix.ts";
import { everyPost, permissionNames, permissions } from "./permissions.ts";

interface MatrixProps {
  readonly day: string;
  readonly today: string;
  readonly matrix: readonly MatrixRecord[];
  readonly changes: readonly MatrixRecord[];
  readonly order: ConfidentialOrder | undefined;
  readonly form: FormState;
}

/** The roles of the matrix in short words; administrators and auditors do what code gives them alone. */
const columns: Readonly<Record<string, string>> = {
  [everyPost]: words("Every post"),
  registry: words("Registry"),
  "dealing-hand": words("Dealing hand"),
  "section-officer": words("Section Officer"),
  officer: words("US to JS"),
  secretary: words("Secretary"),
  "draft-approver": words("Draft approver"),
  signatory: words("Signatory"),
  "close-approver": words("Close approver"),
  administrator: words("Administrator"),
  auditor: words("Auditor"),
  records: words("Records"),
};

/** What each role permits on a day, and the form that changes it from a day on. */
export function MatrixPage(props: MatrixProps) {
  return (
    <>
      <PageHeading
        title={t("Matrix of rights")}
        hint={t(
          "What lies on one's own desk, one may work on and send without any right. Administrators never read content.",
        )}
      />
      <Filters
        filters={[{ name: "on", label: t("As it stands on"), value: props.day, type: "date" }]}
      />
      <MatrixTable {...props} />
      <ChangeForm {...props} />
      <Changes {...props} />
      <ConfidentialPanel {...props} />
    </>
  );
}

function MatrixTable({ day, matrix }: MatrixProps) {
  const granted = new Set(matrix.map(({ role, permission }) => `${role} ${permission}`));
  return (
    <Table
      caption={t("Matrix of rights on {date}", { date: formatDate(day) })}
      showCaption
      rows={permissionNames}
      rowKey={(permission) => permission}
      columns={[
        {
          label: t("Permission"),
          heading: true,
          cell: (permission) => t(permissions[permission]),
        },
        ...Object.entries(columns).map(([role, label]) => ({
          label: t(label),
          cell: (permission: string) =>
            granted.has(`${role} ${permission}`) ? (
              <>
                <span aria-hidden="true">✔</span>
                <span class="unseen">{t("yes")}</span>
              </>
            ) : (
              <span class="quiet">–</span>
            ),
        })),
      ]}
    />
  );
}

function ChangeForm({ today, form }: MatrixProps) {
  return (
    <Panel title={t("Change the matrix")}>
      <Form action="/rights" form={form}>
        <FieldGroup label={t("Change the matrix")} columns={2}>
          <Select
            name="role"
            label={t("Role")}
            empty={t("Choose")}
            options={[everyPost, ...roleNames].map((role) => ({
              value: role,
              label: wordsOf(role),
            }))}
          />
          <Select
            name="permission"
            label={t("Permission")}
            empty={t("Choose")}
            options={permissionNames.map((value) => ({ value, label: t(permissions[value]) }))}
          />
          <DateInput name="fromOn" label={t("First day")} value={today} />
          <TextInput name="orderNumber" label={t("Order number")} />
        </FieldGroup>
        <Radios
          name="granted"
          label={t("From this day on the role")}
          inline
          options={[
            { value: "true", label: t("has the permission") },
            { value: "false", label: t("does not have it") },
          ]}
        />
        <ButtonBar>
          <Button kind="primary">{t("Change the matrix")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}

function wordsOf(role: string): string {
  const known = roleNames.find((name) => name === role);
  return t(known ? roles[known] : (columns[role] ?? role));
}

function Changes({ changes }: MatrixProps) {
  return (
    <Panel title={t("Changes of the matrix")}>
      <Table
        caption={t("Changes of the matrix")}
        rows={changes}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("The matrix is as it was delivered.")} />}
        columns={[
          { label: t("Role"), heading: true, cell: ({ role }) => wordsOf(role) },
          { label: t("Permission"), cell: ({ permission }) => t(permissions[permission]) },
          { label: t("From"), cell: ({ fromOn }) => formatDate(fromOn) },
          {
            label: t("Until"),
            cell: ({ untilOn }) => (untilOn === null ? t("further notice") : formatDate(untilOn)),
          },
          { label: t("Order number"), cell: ({ orderNumber }) => orderNumber },
        ]}
      />
    </Panel>
  );
}
