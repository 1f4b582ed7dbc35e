import { formatDateTime, nameOf, t } from "../../base/index.ts";
import { itemKind } from "../../movement/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Form,
  ItemList,
  ItemRow,
  PageHeading,
  TextInput,
} from "../../ui/index.ts";
import type { Tracked } from "../track/find-items.ts";

export interface TrackProps {
  readonly asked: string;
  readonly found: readonly Tracked[];
  /** There are more than are shown. */
  readonly isMore: boolean;
}

/** Where is it? By number, computer number, diary number or words of the subject. */
export function TrackPage({ asked, found, isMore }: TrackProps) {
  return (
    <>
      <PageHeading
        title={asked === "" ? t("Track") : t("Track: {words}", { words: asked })}
        hint={t("A number in Hindi or English, a computer number, or words of the subject.")}
      />
      {asked === "" && <AskForm />}
      {asked !== "" && found.length === 0 && (
        <EmptyState title={t("Nothing that you can see fits this.")}>
          <p>{t("Look whether the number is whole, or try one word of the subject.")}</p>
        </EmptyState>
      )}
      {found.length > 0 && (
        <ItemList label={t("Found")}>
          {found.map((item) => (
            <TrackedRow key={item.id} item={item} />
          ))}
        </ItemList>
      )}
      {isMore && <p class="quiet">{t("There are more. Write more of the number or subject.")}</p>}
    </>
  );
}

function AskForm() {
  return (
    <Form action="/track" method="get">
      <TextInput name="q" label={t("Number or subject")} autofocus />
      <ButtonBar>
        <Button kind="primary">{t("Find")}</Button>
      </ButtonBar>
    </Form>
  );
}

function TrackedRow({ item }: { readonly item: Tracked }) {
  const kind = itemKind(item.kind);
  return (
    <ItemRow
      id={item.id}
      href={kind.path(item.id)}
      kind={t(kind.name)}
      number={item.number}
      subject={item.subject}
      who={whereIs(item)}
      tags={
        <>
          <span class="quiet">
            {t("Computer number {number}", { number: item.computerNumber })}
          </span>
          <a href={`/items/${item.id}/movements`}>{t("Movement")}</a>
        </>
      }
    />
  );
}

function whereIs({ state, holder, person, parent, since }: Tracked): string {
  if (parent) {
    return t("Lies in {number}", { number: parent.number });
  }
  const post = holder ? nameOf(holder) : "";
  const who = person ? t("{post}, {person}", { post, person: nameOf(person) }) : post;
  const moment = formatDateTime(since);
  return state === "closed"
    ? t("Closed with {who} on {moment}", { who, moment })
    : t("Now with {who} since {moment}", { who, moment });
}
