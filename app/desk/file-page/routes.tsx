import { anyPost, get, view, type Route } from "../../base/index.ts";
import { coverDetails } from "../../files/index.ts";
import { trailOf } from "../../movement/index.ts";
import { relatedFiles } from "../../notes/index.ts";
import type { PageHead } from "../../ui/index.ts";
import { countEvents } from "./count-events.ts";
import { OpenFilePage } from "./input.ts";
import { DetailsView } from "./pages/details-view.tsx";
import { MovementView } from "./pages/movement-view.tsx";
import { NotesView } from "./pages/notes-view.tsx";
import { openFilePage, readBothSides } from "./read-file-page.ts";

export const filePageRoutes: readonly Route[] = [
  get(
    "/files/:fileId",
    { input: OpenFilePage, allow: anyPost, summary: "A file: its notes, papers, way and cover" },
    async ({ actor, input, form }) => {
      const opened = await openFilePage(actor, input.fileId);
      const { itemId, number } = opened.file;
      const head: PageHead = { title: number, width: "full" };
      if (input.tab === "movement") {
        return view(head, MovementView, { ...opened, hops: await trailOf(actor, itemId) });
      }
      if (input.tab === "details") {
        return view(head, DetailsView, {
          ...opened,
          cover: await coverDetails(actor, itemId),
          related: await relatedFiles(actor, itemId),
          events: await countEvents(itemId),
        });
      }
      const writing: PageHead = { ...head, scripts: opened.isWriting ? ["note-editor.js"] : [] };
      const sides = await readBothSides(actor, opened, input);
      return view(writing, NotesView, { ...opened, ...sides, form });
    },
  ),
];
