import { nameOf, t, type BilingualName, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Checkbox,
  EmptyState,
  Form,
  PageHeading,
  Panel,
  Select,
  Table,
  TextInput,
} from "../../ui/index.ts";
import { headLevels } from "../choices.ts";
import type { Head } from "../heads.ts";
import { headNames } from "./head-fields.tsx";

export interface HeadsPageProps {
  readonly heads: readonly Head[];
  readonly unit: BilingualName;
  readonly mayAdd: boolean;
  readonly mayAddForAll: boolean;
  readonly form?: FormState | undefined;
}

/** The functional file index of a section: what its numbers are made of. */
export function HeadsPage({ heads, unit, mayAdd, mayAddForAll, form }: HeadsPageProps) {
  return (
    <>
      <PageHeading
        title={t("File heads")}
        hint={t("File numbers of {unit} are formed from these.", { unit: nameOf(unit) })}
      />
      <Table
        caption={t("File heads")}
        rows={inTheirOrder(heads)}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("There are no heads yet.")} />}
        columns={[
          {
            label: t("Code"),
            heading: true,
            cell: ({ code, depth }) => <span class={`head-depth head-depth-${depth}`}>{code}</span>,
          },
          { label: t("Name"), cell: (head) => nameOf(head) },
          { label: t("Level"), cell: ({ level }) => t(headNames[level]) },
        ]}
      />
      {mayAdd && <AddHeadForm heads={heads} mayAddForAll={mayAddForAll} form={form} />}
    </>
  );
}

function AddHeadForm({ heads, mayAddForAll, form }: Omit<HeadsPageProps, "unit" | "mayAdd">) {
  return (
    <Panel title={t("Add a head")}>
      <Form action="/files/heads" form={form} class="add-head">
        <div class="field-columns field-columns-2">
          <Select
            name="level"
            label={t("Level")}
            options={headLevels.map((level) => ({ value: level, label: t(headNames[level]) }))}
          />
          <Select
            name="parentId"
            label={t("Stands under")}
            options={heads
              .filter(({ level }) => level !== "tertiary")
              .map((head) => ({
                value: head.id,
                label: t("{code} {name}", { code: head.code, name: nameOf(head) }),
              }))}
            empty={t("None: it can be combined with any")}
            size="long"
            optional
          />
          <TextInput name="code" label={t("Code")} maxLength={20} size="short" />
          <span />
          <TextInput name="nameHi" label={t("Name in Hindi")} maxLength={200} lang="hi" />
          <TextInput name="nameEn" label={t("Name in English")} maxLength={200} lang="en" />
        </div>
        {mayAddForAll && <Checkbox name="forAll" label={t("For every section of the state")} />}
        <ButtonBar>
          <Button kind="primary">{t("Add the head")}</Button>
        </ButtonBar>
      </Form>
    </Panel>
  );
}

interface PlacedHead extends Head {
  readonly depth: number;
}

/** Each head under the one it stands under; those that stand under none first by level. */
function inTheirOrder(
  heads: readonly Head[],
  parentId: string | null = null,
  depth = 0,
): PlacedHead[] {
  return heads
    .filter((head) => head.parentId === parentId)
    .flatMap((head) => [{ ...head, depth }, ...inTheirOrder(heads, head.id, depth + 1)]);
}
