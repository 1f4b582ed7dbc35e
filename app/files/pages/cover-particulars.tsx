import { formatDate, formatNumber, nameOf, t } from "../../base/index.ts";
import { mainCategories } from "../../receipts/index.ts";
import { priorityTag } from "../../movement/index.ts";
import { DefinitionList, Mixed } from "../../ui/index.ts";
import type { CoverDetails } from "../cover.ts";
import type { PlacedFile } from "../file.ts";
import { headNames } from "./head-fields.tsx";
import { recordCategoryNames } from "./record-categories.ts";

interface CoverParticularsProps {
  readonly file: PlacedFile;
  readonly cover: CoverDetails;
}

/** Everything the cover of a file says, field by field. */
export function CoverParticulars({ file, cover }: CoverParticularsProps) {
  return (
    <DefinitionList
      columns={2}
      items={[
        ...identity(file),
        ...cover.heads.map((head) => ({
          label: t(headNames[head.level]),
          value: t("{code} {name}", { code: head.code, name: nameOf(head) }),
        })),
        ...matter(file),
        { label: t("Opened by"), value: nameOf(cover.openedBy) },
        ...handling(file),
      ]}
    />
  );
}

function identity({ item, number, place, volume, year }: PlacedFile) {
  return [
    { label: t("File number"), value: <Mixed text={number} /> },
    { label: t("Computer number"), value: formatNumber(item.computerNumber) },
    { label: t("Section"), value: nameOf(place.unit) },
    { label: t("Year"), value: String(year) },
    { label: t("Volume"), value: volume > 1 ? formatNumber(volume) : undefined },
    {
      label: t("Main file"),
      value: place.mainFile && (
        <a href={`/files/${place.mainFile.id}`}>
          <Mixed text={place.mainFile.number} />
        </a>
      ),
    },
  ];
}

function matter(file: PlacedFile) {
  return [
    { label: t("Main category"), value: t(mainCategories[file.mainCategory]) },
    { label: t("Sub-category"), value: textOf(file.subCategory) },
    { label: t("Description"), value: textOf(file.description) },
    { label: t("Language of the file"), value: file.language === "hi" ? t("Hindi") : t("English") },
    { label: t("Previous references"), value: textOf(file.previousReferences) },
    { label: t("Later references"), value: textOf(file.laterReferences) },
    { label: t("Remarks"), value: textOf(file.remarks) },
    { label: t("Opened on"), value: formatDate(file.item.createdAt) },
  ];
}

function handling({ closingRemarks, item, lastPage, lastSerial, recordCategory }: PlacedFile) {
  const { classification, closedAt, dueOn, nature, priority } = item;
  return [
    { label: t("Nature"), value: nature === "physical" ? t("On paper") : t("Electronic") },
    {
      label: t("Classification"),
      value: classification === "confidential" ? t("Confidential") : t("Normal"),
    },
    { label: t("Priority"), value: priorityTag(priority).word },
    { label: t("Due date"), value: dueOn && formatDate(dueOn) },
    {
      label: t("Correspondence"),
      value: t("{papers} papers, {pages} pages", {
        papers: formatNumber(lastSerial),
        pages: formatNumber(lastPage),
      }),
    },
    { label: t("Closed on"), value: closedAt && formatDate(closedAt) },
    { label: t("To be kept"), value: recordCategory && t(recordCategoryNames[recordCategory]) },
    { label: t("Closing remarks"), value: textOf(closingRemarks) },
  ];
}

function textOf(text: string | null) {
  return text === null ? undefined : <Mixed text={text} />;
}
