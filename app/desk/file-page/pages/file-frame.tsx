import type { ComponentChildren } from "preact";
import { t } from "../../../base/index.ts";
import { Tabs } from "../../../ui/index.ts";
import type { FileTab } from "../input.ts";
import type { OpenedFile } from "../read-file-page.ts";
import { FileHeader } from "./file-header.tsx";
import { FileSteps } from "./file-steps.tsx";

interface FileFrameProps extends OpenedFile {
  readonly tab: FileTab;
  /** Whether there is a note to agree with, and no words of one's own begun. */
  readonly mayAgree?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Head, tabs and bar around every view of a file. */
export function FileFrame({ tab, mayAgree = false, children, ...opened }: FileFrameProps) {
  const at = `/files/${opened.file.itemId}`;
  return (
    <>
      <FileHeader file={opened.file} steps={opened.steps} />
      <Tabs
        label={t("Parts of the file")}
        tabs={[
          { label: t("Notes & papers"), href: at, current: tab === "notes" },
          { label: t("Movement"), href: `${at}?tab=movement`, current: tab === "movement" },
          { label: t("Details"), href: `${at}?tab=details`, current: tab === "details" },
          { label: t("Drafts"), href: `/items/${opened.file.itemId}/drafts`, current: false },
        ]}
      />
      {children}
      <FileSteps {...opened} mayAgree={mayAgree} />
    </>
  );
}
