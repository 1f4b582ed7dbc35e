import { t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  DateInput,
  Disclosure,
  FieldGroup,
  Form,
  Hidden,
  PageHeading,
  Radios,
  Select,
  TextInput,
  type Option,
} from "../../ui/index.ts";
import type { OfferedHeads } from "../preview-number.ts";
import type { FirstValues } from "../suggest.ts";
import { CoverFields } from "./cover-fields.tsx";
import { HeadFields } from "./head-fields.tsx";

export interface NewFilePageProps {
  readonly given: {
    readonly receiptId?: string | undefined;
    readonly mainFileId?: string | undefined;
  };
  readonly first: FirstValues;
  readonly heads: OfferedHeads;
  readonly priorities: readonly Option[];
  readonly form?: FormState | undefined;
}

/** Opens a file: its number from heads or written freely, and its cover. */
export function NewFilePage({ given, first, heads, priorities, form }: NewFilePageProps) {
  return (
    <>
      <PageHeading title={titleOf(given)} hint={hintOf(given, first)} />
      <Form action={`/files?${addressOf(given)}`} form={form} guard>
        {given.receiptId !== undefined && <Hidden name="receiptId" value={given.receiptId} />}
        {given.mainFileId !== undefined && <Hidden name="mainFileId" value={given.mainFileId} />}
        <NumberFields first={first} heads={heads} />
        <FieldGroup label={t("Cover")}>
          <CoverFields values={first} />
        </FieldGroup>
        <HandlingFields first={first} priorities={priorities} />
        <ButtonBar>
          <Button kind="primary">
            {given.receiptId === undefined
              ? t("Open the file")
              : t("Open the file and put the letter in")}
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function NumberFields({ first, heads }: Pick<NewFilePageProps, "first" | "heads">) {
  const numbering = first.numbering ?? (heads.options.basic.length === 0 ? "free" : "heads");
  return (
    <div class="file-numbering">
      <FieldGroup label={t("Number of the file")}>
        <Radios
          name="numbering"
          label={t("How it is numbered")}
          options={[
            { value: "heads", label: t("From the file heads of the section") },
            { value: "free", label: t("A number of your own") },
          ]}
          value={numbering}
          inline
        />
        <div class="numbering-heads">
          {heads.options.basic.length === 0 ? (
            <p class="quiet">
              {t("Your section has no file heads yet.")}{" "}
              <a href="/files/heads">{t("File heads")}</a>
            </p>
          ) : (
            <HeadFields heads={heads} />
          )}
        </div>
        <div class="numbering-free">
          <TextInput
            name="freeNumber"
            label={t("Number of your own")}
            hint={t("As it stands on the paper cover. A section can use a number only once.")}
            value={first.freeNumber}
            maxLength={100}
            size="medium"
          />
        </div>
      </FieldGroup>
    </div>
  );
}

/** What is as usual for most files stands behind a fold. */
function HandlingFields({ first, priorities }: Pick<NewFilePageProps, "first" | "priorities">) {
  const isUnusual =
    first.classification === "confidential" ||
    first.nature === "physical" ||
    (first.priority ?? "ordinary") !== "ordinary" ||
    first.dueOn !== undefined;
  return (
    <Disclosure title={t("Priority, due date, confidentiality")} open={isUnusual}>
      <div class="field-columns field-columns-2">
        <Select
          name="priority"
          label={t("Priority")}
          options={priorities}
          value={first.priority ?? "ordinary"}
        />
        <DateInput name="dueOn" label={t("Due date")} value={first.dueOn} optional />
      </div>
      <Radios
        name="classification"
        label={t("Classification")}
        options={[
          { value: "normal", label: t("Normal") },
          {
            value: "confidential",
            label: t("Confidential"),
            hint: t("Only the posts it is sent to see it."),
          },
        ]}
        value={first.classification ?? "normal"}
        inline
      />
      <Radios
        name="nature"
        label={t("Nature")}
        options={[
          { value: "electronic", label: t("Electronic") },
          {
            value: "physical",
            label: t("On paper"),
            hint: t("The paper file moves; here its way is followed."),
          },
        ]}
        value={first.nature ?? "electronic"}
        inline
      />
    </Disclosure>
  );
}

function titleOf({ mainFileId, receiptId }: NewFilePageProps["given"]): string {
  if (mainFileId !== undefined) {
    return t("Open a part file");
  }
  return receiptId === undefined ? t("Open a file") : t("Open a file for the letter");
}

function hintOf({ mainFileId, receiptId }: NewFilePageProps["given"], { from = "" }: FirstValues) {
  if (mainFileId !== undefined) {
    return t("Part of {number}", { number: from });
  }
  return receiptId === undefined
    ? undefined
    : t("Receipt {number} becomes its first paper.", { number: from });
}

/** The form's own page must find the receipt or main file again when it is refused. */
function addressOf(given: NewFilePageProps["given"]): string {
  return new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
}
