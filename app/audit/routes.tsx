import { get, hasRole, t, view, type Route } from "../base/index.ts";
import { ReadRecord } from "./input.ts";
import { RecordPage } from "./pages/record-page.tsx";
import { linesOnPage, readRecord } from "./queries.ts";
import { lastSeal } from "./verify.ts";

export const routes: readonly Route[] = [
  get(
    "/record",
    {
      input: ReadRecord,
      allow: hasRole("auditor"),
      summary: "The record of what was done",
      rate: "search",
    },
    async ({ input }) => {
      const found = await readRecord(input);
      const lines = found.slice(0, linesOnPage);
      return view(t("Record of what was done"), RecordPage, {
        lines,
        question: input,
        sealedTo: await lastSeal(),
        older: found.length > linesOnPage ? lines.at(-1)?.id : undefined,
      });
    },
  ),
];
