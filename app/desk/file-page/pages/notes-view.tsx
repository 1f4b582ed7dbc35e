import { t, type FormState } from "../../../base/index.ts";
import { isEmpty } from "../../../writing/index.ts";
import { SplitView } from "../../../ui/index.ts";
import type { BothSides, OpenedFile } from "../read-file-page.ts";
import { FileFrame } from "./file-frame.tsx";
import { PaperSide } from "./paper-side.tsx";
import { Sheet } from "./sheet.tsx";

export interface NotesViewProps extends OpenedFile, BothSides {
  readonly form?: FormState | undefined;
}

/** Notes on the left, papers on the right: the file as it lay on the desk. */
export function NotesView(props: NotesViewProps) {
  const { backlinks, draft, file, form, isWriting, notes, open, papers, steps } = props;
  return (
    <FileFrame
      file={file}
      steps={steps}
      isWriting={isWriting}
      tab="notes"
      mayAgree={notes.length > 0 && (draft === null || isEmpty(draft.body))}
    >
      <SplitView
        name="file"
        left={{
          label: t("Notes"),
          content: (
            <Sheet
              fileId={file.itemId}
              notes={notes}
              papers={papers}
              backlinks={backlinks}
              draft={draft}
              isWriting={isWriting}
              form={form}
            />
          ),
        }}
        right={{
          label: t("Papers"),
          content: (
            <PaperSide
              file={file}
              papers={papers}
              open={open}
              backlinks={backlinks}
              mayFlag={isWriting}
            />
          ),
        }}
      />
    </FileFrame>
  );
}
