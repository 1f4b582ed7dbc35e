import { t } from "../base/words.ts";

/** The keys of the product, shown by `?`, and the close button that every drawer gets. */
export function KeysHelp() {
  const keys = [
    ["/", t("Go to the search box")],
    ["j", t("Next item")],
    ["k", t("Previous item")],
    ["Enter", t("Open the item")],
    ["x", t("Select the item")],
    ["s", t("Send the item")],
    ["?", t("Show these keys")],
  ] as const;
  return (
    <>
      <dialog id="keys-help" class="keys-help" aria-label={t("Keyboard keys")}>
        <form method="dialog">
          <h2>{t("Keyboard keys")}</h2>
          <table>
            <tbody>
              {keys.map(([key, words]) => (
                <tr key={key}>
                  <td>
                    <kbd>{key}</kbd>
                  </td>
                  <td>{words}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <button type="submit" class="button button-secondary">
            {t("Close")}
          </button>
        </form>
      </dialog>
      <template id="drawer-close">
        <form method="dialog" class="drawer-close">
          <button type="submit" class="button button-secondary">
            {t("Close")}
          </button>
        </form>
      </template>
    </>
  );
}
