import { nameOf, t, words } from "../../base/index.ts";
import { Mixed, Select } from "../../ui/index.ts";
import { headLevels, type HeadLevel } from "../choices.ts";
import type { Head } from "../heads.ts";
import type { OfferedHeads } from "../preview-number.ts";

export const headNames: Readonly<Record<HeadLevel, string>> = {
  basic: words("Basic head (function)"),
  primary: words("Primary head (activity)"),
  secondary: words("Secondary head (aspect)"),
  tertiary: words("Tertiary head (factor)"),
};

/**
 * The heads, each list narrowed by the one above it, and the number that would come of them. A change
 * fetches the fields anew; without script the button does.
 */
export function HeadFields({ heads }: { readonly heads: OfferedHeads }) {
  return (
    <div
      id="head-fields"
      class="head-fields"
      hx-get="/files/new/heads"
      hx-trigger="change"
      hx-include="#head-fields select"
      hx-swap="outerHTML"
    >
      <div class="field-columns field-columns-2">
        {headLevels
          .filter((level) => level === "basic" || heads.options[level].length > 0)
          .map((level) => (
            <Select
              key={level}
              name={`${level}HeadId`}
              label={t(headNames[level])}
              options={heads.options[level].map(optionOf)}
              value={heads.chosen[level]?.id}
              empty={level === "basic" ? t("Choose a head") : t("None")}
              optional={level !== "basic"}
              size="long"
            />
          ))}
      </div>
      <div class="file-number-preview">
        <p role="status">
          {heads.number === undefined ? (
            <span class="quiet">{t("The number is formed when you choose the basic head.")}</span>
          ) : (
            <>
              {t("The number will be")}
              <strong class="number-figure">
                <Mixed text={heads.number} />
              </strong>
            </>
          )}
        </p>
        <button
          type="submit"
          name="_find"
          value="heads"
          class="button button-secondary without-script"
        >
          {t("Show the number and further heads")}
        </button>
      </div>
    </div>
  );
}

function optionOf(head: Head) {
  return { value: head.id, label: t("{code} {name}", { code: head.code, name: nameOf(head) }) };
}
