import { formatDateTime, formatNumber, t, type FormState } from "../../../base/index.ts";
import { Button, ButtonBar, Checkbox, Form, HiddenFields, Notice } from "../../../ui/index.ts";
import type { EmployeeImport } from "../import.ts";
import type { Change } from "../judge-rows.ts";

interface ActionsProps {
  readonly given: EmployeeImport;
  readonly counts: Readonly<Record<Change, number>>;
  readonly form: FormState;
}

/** What can be done with the file in its present state. */
export function ImportActions({ given, counts, form }: ActionsProps) {
  const address = `/office/imports/${given.id}`;
  if (given.state === "committed") {
    return (
      <Form action={`${address}/undo`} form={form} class="form-bar">
        <ButtonBar>
          <Button href="/accounts/first-passwords">{t("First passwords")}</Button>
          <Button kind="danger">{t("Undo this import")}</Button>
        </ButtonBar>
      </Form>
    );
  }
  return given.state === "staged" ? (
    <>
      <Form action={`${address}/commit`} form={form} class="form-bar">
        <Decision counts={counts} />
        <ButtonBar>
          {counts.new + counts.changed > 0 && (
            <Button kind="primary">
              {t("Take over {count} rows", { count: formatNumber(counts.new + counts.changed) })}
            </Button>
          )}
        </ButtonBar>
      </Form>
      <ButtonBar>
        <Step action={`${address}/read-again`} verb={t("Read again")} />
        <Step action={`${address}/discard`} verb={t("Lay aside")} />
      </ButtonBar>
    </>
  ) : null;
}

function Step(props: { readonly action: string; readonly verb: string }) {
  return (
    <form action={props.action} method="post">
      <HiddenFields />
      <Button>{props.verb}</Button>
    </form>
  );
}

function Decision({ counts }: { readonly counts: ActionsProps["counts"] }) {
  if (counts.wrong === 0) {
    return counts.new + counts.changed === 0 ? (
      <Notice tone="done">
        {t("Every row is as it already stands. There is nothing to change.")}
      </Notice>
    ) : null;
  }
  return (
    <>
      <Notice
        tone="error"
        title={t("{count} rows are wrong", { count: formatNumber(counts.wrong) })}
      >
        {t("Correct them in the file and give it again, or leave them out.")}
      </Notice>
      {counts.new + counts.changed > 0 && (
        <Checkbox
          name="leaveOutWrong"
          label={t("Leave the wrong rows out and take over the others")}
        />
      )}
    </>
  );
}

/** What one should know before looking at the rows. */
export function ImportStateNotice(props: {
  readonly given: EmployeeImport;
  readonly twin: EmployeeImport | undefined;
}) {
  const { given, twin } = props;
  if (given.state === "reading") {
    return <Reading given={given} />;
  }
  if (given.state === "refused" && given.failure) {
    return <Notice tone="error">{t(given.failure.words, given.failure.gaps)}</Notice>;
  }
  return twin && given.state === "staged" ? (
    <Notice tone="warning">
      {t("The same file was taken over on {date} already.", {
        date: formatDateTime(twin.committedAt ?? twin.createdAt),
      })}
    </Notice>
  ) : null;
}

/** Looks again by itself every two seconds; without script by the link. */
function Reading({ given }: { readonly given: EmployeeImport }) {
  const address = `/office/imports/${given.id}`;
  return (
    <div
      hx-get={address}
      hx-trigger="load delay:2s"
      hx-select="#import"
      hx-target="#import"
      hx-swap="outerHTML"
    >
      <Notice title={t("The file is being read")}>
        {t("{count} rows so far. You can leave this page and come back.", {
          count: formatNumber(given.rowsRead),
        })}{" "}
        <a href={address}>{t("Look again")}</a>
      </Notice>
      <Step action={`${address}/discard`} verb={t("Lay aside")} />
    </div>
  );
}
