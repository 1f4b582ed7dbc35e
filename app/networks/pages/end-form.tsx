import { t } from "../../base/index.ts";
import { Button, HiddenFields, Tag } from "../../ui/index.ts";
import type { Phase } from "../list-networks.ts";

/** Ends a dated record with a day; what is over says so. */
export function EndForm(props: {
  readonly action: string;
  readonly phase: Phase;
  readonly today: string;
  readonly name: string;
}) {
  if (props.phase === "over") {
    return <Tag>{t("over")}</Tag>;
  }
  return (
    <form action={props.action} method="post">
      <HiddenFields />
      <input
        class="control"
        type="date"
        name="untilOn"
        value={props.today}
        aria-label={t("Last day of {name}", { name: props.name })}
      />
      <Button kind="link">{t("End")}</Button>
    </form>
  );
}
