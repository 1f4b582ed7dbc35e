import type { ComponentChildren } from "preact";
import { t } from "../base/index.ts";
import { ActionBar, Button, HiddenFields } from "../ui/index.ts";
import type { PossibleSteps } from "./possible-steps.ts";

interface ItemStepsProps {
  readonly itemId: string;
  readonly steps: PossibleSteps;
  /** Where closing is asked for, when the kind has a form of its own. */
  readonly closure?: string | undefined;
  /** What the kind's own module adds to what is seldom done. */
  readonly others?: ComponentChildren;
  /** Buttons of the kind's own module, such as drafting a letter; they stand after Return. */
  readonly children?: ComponentChildren;
}

/** The bar at the foot of an item's page: what can be done with it now. */
export function ItemSteps(props: ItemStepsProps) {
  const { itemId, steps } = props;
  const at = `/items/${itemId}`;
  return (
    <ActionBar>
      {steps.receive && <Step action={`${at}/custody`} words={t("Receive the paper")} primary />}
      {steps.send && (
        <Button href={`${at}/movements/new`} kind="primary" drawer shortcut="s">
          {t("Send…")}
        </Button>
      )}
      {steps.pullBack && <Step action={`${at}/recall`} words={t("Pull back")} primary />}
      {steps.unpark && <Step action={`${at}/parking/end`} words={t("Take up again")} primary />}
      {steps.reopen && <Step action={`${at}/closure/end`} words={t("Reopen")} primary />}
      {steps.reply && (
        <Button href={`${at}/movements/new?reply=true`} drawer>
          {t("Reply…")}
        </Button>
      )}
      {steps.return && (
        <Button href={`${at}/return`} drawer>
          {t("Return…")}
        </Button>
      )}
      {props.children}
      <OtherSteps {...props} />
    </ActionBar>
  );
}

/** What is seldom done stands behind "More". */
function OtherSteps({ itemId, steps, closure, others }: ItemStepsProps) {
  const at = `/items/${itemId}`;
  return (
    <details class="more-steps" data-enhance="menu">
      <summary class="button button-secondary">{t("More")}</summary>
      <div class="more-steps-list">
        <Button href={`${at}/filing`} drawer>
          {t("Put into a folder…")}
        </Button>
        {steps.park && (
          <Button href={`${at}/parking`} drawer>
            {t("Park…")}
          </Button>
        )}
        {steps.close && (
          <Button href={closure ?? `${at}/closure`} drawer>
            {t("Close…")}
          </Button>
        )}
        {others}
        {steps.discard && <Step action={`${at}/discard`} words={t("Throw away")} />}
        <Button href={`${at}/movements`}>{t("Movement")}</Button>
        <Button href={`${at}/why`}>{t("Why may I see this?")}</Button>
      </div>
    </details>
  );
}

function Step(props: {
  readonly action: string;
  readonly words: string;
  readonly primary?: boolean;
}) {
  return (
    <form action={props.action} method="post">
      <HiddenFields />
      <Button kind={props.primary === true ? "primary" : "secondary"}>{props.words}</Button>
    </form>
  );
}
