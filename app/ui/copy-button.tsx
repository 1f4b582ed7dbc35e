import { t } from "../base/words.ts";

/** Copies a number or an address; it needs the script and is not there without it. */
export function CopyButton({ text }: { readonly text: string }) {
  return (
    <button
      type="button"
      class="button button-link only-with-script"
      data-enhance="copy"
      data-copy={text}
      data-copied={t("Copied")}
    >
      {t("Copy")}
    </button>
  );
}

/** Prints the page at hand in its print style. */
export function PrintButton() {
  return (
    <button type="button" class="button button-secondary only-with-script" data-enhance="print">
      {t("Print")}
    </button>
  );
}
