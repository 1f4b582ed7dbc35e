import { anyPost, get, may, sheet, t, view, type Route } from "../../base/index.ts";
import { ExportOutward, ListOutward, ListQueue } from "../input.ts";
import { OutwardPage } from "../pages/outward-page.tsx";
import { QueuePage } from "../pages/queue-page.tsx";
import { linesOnPage, outwardRegister, registryQueue, type DispatchLine } from "../queries.ts";
import { registerRow, registerTitles } from "../register-rows.ts";

// A year of a busy registry; beyond it one asks for less.
const mostExported = 20_000;

export const registerRoutes: readonly Route[] = [
  get(
    "/dispatches",
    {
      input: ListQueue,
      allow: may("dispatch"),
      summary: "What was handed to the registry and waits",
    },
    async ({ actor, input }) => {
      const found = await registryQueue(actor, input.before);
      return view(t("To dispatch"), QueuePage, paged(found));
    },
  ),

  get(
    "/outward",
    { input: ListOutward, allow: anyPost, summary: "The outward register" },
    async ({ actor, input }) => {
      const { before: _before, ...question } = input;
      const found = await outwardRegister(actor, input);
      return view(t("Outward register"), OutwardPage, {
        ...paged(found),
        question,
        mayQueue: may("dispatch")(actor),
      });
    },
  ),

  get(
    "/outward.csv",
    {
      input: ExportOutward,
      allow: anyPost,
      fresh: true,
      summary: "The outward register as CSV",
      rate: "download",
    },
    async ({ actor, input }) =>
      sheet("outward.csv", tableOf(await outwardRegister(actor, input, mostExported))),
  ),
];

function paged(found: readonly DispatchLine[]) {
  const lines = found.slice(0, linesOnPage);
  return { lines, older: found.length > linesOnPage ? lines.at(-1)?.id : undefined };
}

function tableOf(lines: readonly DispatchLine[]): string[][] {
  return [registerTitles.map((title) => t(title)), ...lines.map(registerRow)];
}
