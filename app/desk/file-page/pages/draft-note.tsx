import { formatTime, t, type FormState } from "../../../base/index.ts";
import type { NoteDraft } from "../../../notes/index.ts";
import { Button, Disclosure, Form, Hidden, RichText, YellowDraft } from "../../../ui/index.ts";
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
