import { anyPost, fragment, get, t, view, sheet, type Route } from "../../base/index.ts";
import { LookupOptions } from "../../ui/index.ts";
import { FindFiles, ListFiles } from "../input.ts";
import { RegisterPage } from "../pages/register-page.tsx";
import { mayOpenFiles } from "../policy.ts";
import { filesOnDesk, filesOnPage, listFiles } from "../queries.ts";
import { mostRows, registerTable } from "../register-table.ts";

export const registerRoutes: readonly Route[] = [
  get(
    "/files",
    { input: ListFiles, allow: anyPost, summary: "The register of files one may see" },
    async ({ actor, input: { before, ...question } }) => {
      const found = await listFiles(actor, { ...question, before }, filesOnPage + 1);
      const lines = found.slice(0, filesOnPage);
      return view(t("Files"), RegisterPage, {
        lines,
        question,
        before: found.length > filesOnPage ? lines.at(-1)?.id : undefined,
        mayOpen: mayOpenFiles(actor),
      });
    },
  ),

  get(
    "/files/register.csv",
    {
      input: ListFiles,
      allow: anyPost,
      fresh: true,
      summary: "The register of files as a sheet",
      rate: "download",
    },
    async ({ actor, input }) =>
      sheet("files.csv", registerTable(await listFiles(actor, input, mostRows))),
  ),

  get(
    "/files/lookup",
    { input: FindFiles, allow: anyPost, summary: "Files on the desk by number or subject" },
    async ({ actor, input }) =>
      fragment(LookupOptions, {
        options: (await filesOnDesk(actor, input.q)).map(({ id, number, subject }) => ({
          id,
          label: number,
          detail: subject,
        })),
      }),
  ),
];
