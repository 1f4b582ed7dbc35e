import type { ComponentChildren } from "preact";
import { t } from "../base/words.ts";

/** Two panes side by side, the border between them draggable and remembered; on a phone, two tabs. */
export function SplitView(props: {
  /** Under this name the width is remembered. */
  readonly name: string;
  readonly left: { readonly label: string; readonly content: ComponentChildren };
  readonly right: { readonly label: string; readonly content: ComponentChildren };
}) {
  const { left, name, right } = props;
  return (
    <div class="split" data-enhance="split" data-name={name}>
      <div class="split-tabs" role="group" aria-label={t("View")}>
        <button type="button" data-side="left" aria-pressed="true">
          {left.label}
        </button>
        <button type="button" data-side="right" aria-pressed="false">
          {right.label}
        </button>
      </div>
      <section class="split-left" aria-label={left.label} tabIndex={0}>
        {left.content}
      </section>
      <div
        class="split-border"
        role="separator"
        aria-orientation="vertical"
        aria-label={t("Width of the panes")}
        aria-valuemin={20}
        aria-valuemax={80}
        aria-valuenow={55}
        tabIndex={0}
      />
      <section class="split-right" aria-label={right.label} tabIndex={0}>
        {right.content}
      </section>
    </div>
  );
}
