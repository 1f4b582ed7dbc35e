import { formatDate, formatDateTime, formatNumber, nameOf, t } from "../../../base/index.ts";
import type { PlacedFile } from "../../../files/index.ts";
import { priorityTag, type PossibleSteps } from "../../../movement/index.ts";
import { Due, Mixed, PriorityTag, RecordHeader, Tag } from "../../../ui/index.ts";
import { dueState } from "../../due-state.ts";

interface FileHeaderProps {
  readonly file: PlacedFile;
  readonly steps: PossibleSteps;
}

/** What it is, where it lies and since when, what is special about it. */
export function FileHeader({ file, steps }: FileHeaderProps) {
  return (
    <RecordHeader
      kind={t("File")}
      number={file.number}
      subject={file.item.subject}
      tags={<FileTags file={file} />}
      where={whereItLies(file, steps)}
    />
  );
}

function FileTags({ file }: { readonly file: PlacedFile }) {
  const { classification, dueOn, nature, parkedUntil, priority, state } = file.item;
  return (
    <>
      {priority !== "ordinary" && <PriorityTag {...priorityTag(priority)} />}
      {dueOn !== null && state !== "closed" && <Due on={dueOn} state={dueState(dueOn)} />}
      {classification === "confidential" && <Tag tone="overdue">{t("Confidential")}</Tag>}
      {nature === "physical" && <Tag>{t("Paper")}</Tag>}
      {state === "closed" && <Tag tone="done">{t("Closed")}</Tag>}
      {state === "parked" && parkedUntil !== null && (
        <Tag tone="soon">{t("Parked until {date}", { date: formatDate(parkedUntil) })}</Tag>
      )}
      {file.place.mainFile && (
        <a href={`/files/${file.place.mainFile.id}`}>
          {t("Part of {number}", { number: file.place.mainFile.number })}
        </a>
      )}
    </>
  );
}

/** In one sentence, with the working days. */
function whereItLies(
  { item, place }: PlacedFile,
  { send, unpark, reopen, receive }: PossibleSteps,
) {
  const gaps = {
    moment: formatDateTime(item.arrivedAt),
    here: formatNumber(place.daysHere),
    all: formatNumber(place.daysInAll),
  };
  if (send || unpark || reopen || receive) {
    return t("On your desk since {moment} · here {here} d · {all} d in all", gaps);
  }
  return place.holder ? (
    <Mixed
      text={t("With {post} since {moment} · there {here} d · {all} d in all", {
        ...gaps,
        post: place.holderPerson
          ? t("{post}, {person}", {
              post: nameOf(place.holder),
              person: nameOf(place.holderPerson),
            })
          : nameOf(place.holder),
      })}
    />
  ) : undefined;
}
