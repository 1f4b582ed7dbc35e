import { t } from "../../../base/index.ts";
import { ActionBar, Button, HiddenFields } from "../../../ui/index.ts";
import type { OpenedFile } from "../read-file-page.ts";

interface FileStepsProps extends OpenedFile {
  readonly mayAgree: boolean;
}

/** The bar at the foot: what the reader can do with the file now. */
export function FileSteps({ mayAgree, ...opened }: FileStepsProps) {
  const { file, isWriting, steps } = opened;
  return (
    <ActionBar>
      <FirstStep {...opened} />
      {steps.send && mayAgree && (
        <Button href={`/files/${file.itemId}/agreement`} drawer>
          {t("Agree & send…")}
        </Button>
      )}
      {steps.return && (
        <Button href={`/items/${file.itemId}/return`} drawer>
          {t("Return…")}
        </Button>
      )}
      {isWriting ? (
        <Button href={`/drafts/new?itemId=${file.itemId}`}>{t("Draft a letter")}</Button>
      ) : (
        <Button href={`/files/${file.itemId}/notes`}>{t("Note sheet to print")}</Button>
      )}
      <OtherSteps {...opened} />
    </ActionBar>
  );
}

/** The one step that the state of the file calls for. */
function FirstStep({ file, steps }: OpenedFile) {
  const at = `/items/${file.itemId}`;
  return (
    <>
      {steps.receive && <Step action={`${at}/custody`} words={t("Receive the paper")} primary />}
      {steps.send && (
        <Button href={`${at}/movements/new`} kind="primary" drawer shortcut="s">
          {t("Send…")}
        </Button>
      )}
      {steps.pullBack && <Step action={`${at}/recall`} words={t("Pull back")} primary />}
      {steps.unpark && <Step action={`${at}/parking/end`} words={t("Take up again")} primary />}
      {steps.reopen && <Step action={`${at}/closure/end`} words={t("Reopen")} primary />}
    </>
  );
}

/** What is seldom done stands behind "More". */
function OtherSteps({ file, steps, isWriting }: OpenedFile) {
  const [at, item] = [`/files/${file.itemId}`, `/items/${file.itemId}`];
  return (
    <details class="more-steps" data-enhance="menu">
      <summary class="button button-secondary">{t("More")}</summary>
      <div class="more-steps-list">
        {steps.reply && (
          <Button href={`${item}/movements/new?reply=true`} drawer>
            {t("Reply…")}
          </Button>
        )}
        {steps.park && (
          <Button href={`${item}/parking`} drawer>
            {t("Park…")}
          </Button>
        )}
        {steps.close && (
          <Button href={`${at}/closure`} drawer>
            {t("Close…")}
          </Button>
        )}
        {isWriting && <Button href={`${at}/cover/edit`}>{t("Change the cover")}</Button>}
        <Button href={`/files/new?mainFileId=${file.itemId}`}>{t("Open a part file")}</Button>
        <Button href={`${item}/filing`} drawer>
          {t("Put into a folder…")}
        </Button>
        <Button href={`${at}/cover`}>{t("Cover page")}</Button>
        {isWriting && <Button href={`${at}/notes`}>{t("Note sheet to print")}</Button>}
        {steps.discard && <Step action={`${item}/discard`} words={t("Throw away")} />}
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
