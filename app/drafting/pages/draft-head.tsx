import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { RecordHeader, Tabs, Tag } from "../../ui/index.ts";
import { draftStates, formWords, natures } from "../choices.ts";
import type { OpenDraft } from "../read-draft-page.ts";

type Head = Pick<OpenDraft, "draft" | "item" | "last">;

/** What it is, in what state, and who wrote in it last. */
export function DraftHead({ draft, item, last }: Head) {
  return (
    <RecordHeader
      kind={t(formWords[draft.form])}
      number={item.number}
      subject={draft.subject}
      tags={<StateTag draft={draft} />}
      where={t("Version {version}, {person}, {moment}", {
        version: last.version,
        person: nameOf(last.person),
        moment: formatDateTime(last.at),
      })}
    />
  );
}

export function StateTag({ draft }: Pick<OpenDraft, "draft">) {
  const tone = draft.state === "draft" ? "soon" : draft.state === "dropped" ? "plain" : "done";
  return (
    <>
      <Tag tone={tone}>{t(draftStates[draft.state])}</Tag>
      {draft.nature !== "fresh" && <Tag>{t(natures[draft.nature])}</Tag>}
    </>
  );
}

export function DraftTabs({ draft, item, last, current }: Head & { readonly current: string }) {
  const tabs = [
    { name: "letter", label: t("Letter"), href: `/drafts/${draft.id}` },
    { name: "versions", label: t("Versions"), href: `/drafts/${draft.id}/versions` },
    { name: "item", label: t("Back to {number}", { number: item.number }), href: item.href },
  ];
  return (
    <Tabs
      label={t("Views of the draft")}
      tabs={tabs.map(({ name, ...tab }) => ({
        ...tab,
        current: name === current,
        count: name === "versions" ? last.version : undefined,
      }))}
    />
  );
}
