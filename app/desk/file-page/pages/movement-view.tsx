import { t } from "../../../base/index.ts";
import { presentTrail, type Hop } from "../../../movement/index.ts";
import { Trail } from "../../../ui/index.ts";
import type { OpenedFile } from "../read-file-page.ts";
import { FileFrame } from "./file-frame.tsx";

/** The way the file went. */
export function MovementView({ hops, ...opened }: OpenedFile & { readonly hops: readonly Hop[] }) {
  return (
    <FileFrame {...opened} tab="movement">
      <div class="file-pane">
        <Trail label={t("Movement")} steps={presentTrail(hops)} />
      </div>
    </FileFrame>
  );
}
