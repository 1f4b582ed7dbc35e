import { formatTime, nameOf, t, type FormState } from "../../../base/index.ts";
import type { NoteDraft } from "../../../notes/index.ts";
import {
  Button,
  ButtonBar,
  Disclosure,
  Form,
  Hidden,
  HiddenFields,
  RichText,
  YellowDraft,
} from "../../../ui/index.ts";
import { NoteEditor } from "../../../writing/index.ts";

interface DraftNoteProps {
  readonly fileId: string;
  readonly draft: NoteDraft | null;
  readonly form?: FormState | undefined;
}

/** The yellow note at the end of the sheet; it saves itself, or by its button where no script runs. */
export function DraftNote({ fileId, draft, form }: DraftNoteProps) {
  const address = `/files/${fileId}/draft-note`;
  const isRefused = (form?.errors.length ?? 0) > 0;
  if (draft && !draft.isOwn) {
    return <LeftNote address={address} draft={draft} />;
  }
  return (
    <div id="draft-note">
      <YellowDraft
        status={draft ? t("Saved at {time}", { time: formatTime(draft.updatedAt) }) : undefined}
      >
        <Form action={address} form={form} class="draft-form">
          <Hidden name="revision" value={stored(draft).revision} />
          <NoteEditor
            name="body"
            label={t("Note")}
            {...stored(draft)}
            autosaveUrl={address}
            referencesUrl={`/files/${fileId}/references`}
            optional
          />
          <div class="without-script">
            <Button>{t("Save the draft note")}</Button>
          </div>
        </Form>
        {isRefused && draft && (
          <Disclosure title={t("What is saved now")} open>
            <RichText document={draft.body} />
          </Disclosure>
        )}
      </YellowDraft>
    </div>
  );
}

/** What the editor begins with. */
function stored(draft: NoteDraft | null) {
  return draft
    ? { document: draft.body, revision: draft.revision, savedAt: draft.updatedAt }
    : { revision: 0 };
}

/** What one's predecessor in the post had begun: nobody signs another's words without saying so. */
function LeftNote({ address, draft }: { readonly address: string; readonly draft: NoteDraft }) {
  return (
    <div id="draft-note">
      <YellowDraft status={t("Written by {name}", { name: nameOf(draft.author) })}>
        <RichText document={draft.body} />
        <ButtonBar>
          <form action={`${address}/author`} method="post">
            <HiddenFields />
            <Button kind="primary">{t("Take it over as mine")}</Button>
          </form>
          <form action={`${address}/removal`} method="post">
            <HiddenFields />
            <Button kind="link">{t("Throw the draft note away")}</Button>
          </form>
        </ButtonBar>
      </YellowDraft>
    </div>
  );
}
