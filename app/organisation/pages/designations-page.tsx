import { nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Form,
  Mixed,
  PageHeading,
  Panel,
  Table,
  TextInput,
} from "../../ui/index.ts";
import type { Designation } from "../designation.ts";
import { OfficeTabs } from "./office-tabs.tsx";

export interface DesignationsProps {
  readonly designations: readonly Designation[];
  readonly form: FormState;
}

/** The ranks of the service; posts and people carry one each. */
export function DesignationsPage({ designations, form }: DesignationsProps) {
  return (
    <>
      <PageHeading title={t("Designations")} hint={t("Ranks of the service, the highest first")} />
      <OfficeTabs current="designations" administers />
      <Table
        caption={t("Designations")}
        rows={designations}
        rowKey={({ id }) => id}
        columns={[
          {
            label: t("Designation"),
            heading: true,
            cell: (designation) => <Mixed text={nameOf(designation)} />,
          },
          { label: t("Code"), cell: ({ code }) => code },
          { label: t("Rank"), number: true, cell: ({ rank }) => rank },
          { label: t("Class"), cell: (designation) => designation.class ?? "" },
        ]}
      />
      <Panel title={t("New designation")}>
        <Form action="/office/designations" form={form} class="side-form">
          <TextInput name="nameHi" label={t("Name in Hindi")} lang="hi" />
          <TextInput name="nameEn" label={t("Name in English")} lang="en" />
          <TextInput name="code" label={t("Code")} size="short" />
          <TextInput
            name="rank"
            label={t("Rank")}
            hint={t("1 is the highest")}
            type="number"
            size="short"
          />
          <TextInput name="class" label={t("Class")} size="short" optional />
          <ButtonBar>
            <Button kind="primary">{t("Save")}</Button>
          </ButtonBar>
        </Form>
      </Panel>
    </>
  );
}
