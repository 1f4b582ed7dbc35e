import { t } from "../../base/index.ts";
import { DefinitionList, Mixed } from "../../ui/index.ts";
import type { DifferencePart, LineDifference } from "../../writing/index.ts";
import type { LetterDifference } from "../compare-letters.ts";
import { fieldWords } from "../field-words.ts";

/** What went is struck through, what came is underlined: it reads without colour too. */
export function DifferenceView({ difference }: { readonly difference: LetterDifference }) {
  const { body, fields } = difference;
  const isBodyChanged = body.some(({ kind }) => kind !== "same");
  if (fields.length === 0 && !isBodyChanged) {
    return <p>{t("These two versions say the same.")}</p>;
  }
  return (
    <>
      <DefinitionList
        items={fields.map(({ field, parts }) => ({
          label: t(fieldWords[field] ?? field),
          value: (
            <span class="in-lines">
              <Parts parts={parts} />
            </span>
          ),
        }))}
      />
      {isBodyChanged && (
        <div class="difference">
          <h3>{t("Text of the letter")}</h3>
          {body.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </div>
      )}
    </>
  );
}

function Line({ line }: { readonly line: LineDifference }) {
  return (
    <p class={`difference-${line.kind}`}>
      <Parts parts={line.parts} />
      {line.kind === "restyled" && <span class="quiet"> {t("(only its look was changed)")}</span>}
    </p>
  );
}

function Parts({ parts }: { readonly parts: readonly DifferencePart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, index) => {
        const key = `${index}-${kind}`;
        if (kind === "added") {
          return (
            <ins key={key}>
              <Mixed text={text} />
            </ins>
          );
        }
        return kind === "removed" ? (
          <del key={key}>
            <Mixed text={text} />
          </del>
        ) : (
          <Mixed key={key} text={text} />
        );
      })}
    </>
  );
}
