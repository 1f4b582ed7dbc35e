import { t } from "../../base/index.ts";
import { mainCategories } from "../../receipts/index.ts";
import { Disclosure, Radios, Select, TextArea, TextInput } from "../../ui/index.ts";
import type { OpenFileInput } from "../input.ts";
import { optionsOf } from "./options-of.ts";

type Values = Partial<
  Record<
    | "subject"
    | "subCategory"
    | "description"
    | "previousReferences"
    | "laterReferences"
    | "remarks",
    string | null | undefined
  > &
    Pick<OpenFileInput, "mainCategory" | "language">
>;

/** What the cover says; the seldom used fields stand behind a fold. */
export function CoverFields({
  values,
  isOpen = false,
}: {
  readonly values: Values;
  readonly isOpen?: boolean;
}) {
  return (
    <>
      <TextArea
        name="subject"
        label={t("Subject")}
        value={values.subject ?? undefined}
        rows={2}
        maxLength={500}
      />
      <div class="field-columns field-columns-2">
        <Select
          name="mainCategory"
          label={t("Main category")}
          options={optionsOf(mainCategories)}
          value={values.mainCategory}
          empty={t("Choose what it is about")}
          size="long"
        />
        <TextInput
          name="subCategory"
          label={t("Sub-category")}
          value={values.subCategory ?? undefined}
          maxLength={100}
          optional
        />
      </div>
      <Radios
        name="language"
        label={t("Language of the file")}
        options={[
          { value: "hi", label: t("Hindi") },
          { value: "en", label: t("English") },
        ]}
        value={values.language ?? "hi"}
        inline
      />
      <Disclosure title={t("Description, references and remarks")} open={isOpen}>
        <FurtherFields values={values} />
      </Disclosure>
    </>
  );
}

function FurtherFields({ values }: { readonly values: Values }) {
  return (
    <>
      <TextArea
        name="description"
        label={t("Description")}
        value={values.description ?? undefined}
        maxLength={2000}
        rows={3}
        optional
      />
      <TextArea
        name="previousReferences"
        label={t("Previous references")}
        hint={t("Numbers of earlier files on the matter, one in a line.")}
        value={values.previousReferences ?? undefined}
        maxLength={1000}
        rows={2}
        optional
      />
      <TextArea
        name="laterReferences"
        label={t("Later references")}
        value={values.laterReferences ?? undefined}
        maxLength={1000}
        rows={2}
        optional
      />
      <TextArea
        name="remarks"
        label={t("Remarks")}
        value={values.remarks ?? undefined}
        maxLength={1000}
        rows={2}
        optional
      />
    </>
  );
}
