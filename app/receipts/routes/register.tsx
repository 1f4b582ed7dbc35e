import {
  anyPost,
  get,
  now,
  sheet,
  t,
  today,
  view,
  type Actor,
  type Route,
} from "../../base/index.ts";
import { ListReceipts, type RegisterFilter } from "../input.ts";
import { listReceipts, readLines } from "../list-receipts.ts";
import { RegisterPage, registerAddress } from "../pages/register-page.tsx";
import { RegisterPrintPage } from "../pages/register-print-page.tsx";
import { sectionsCovered } from "../sections-covered.ts";
import { registerTable } from "../register-table.ts";

const mostPrinted = 1000;
const mostInSheet = 20_000;

/** The inward register on the screen, on paper and as a sheet. */
export const registerRoutes: readonly Route[] = [
  get(
    "/receipts",
    { input: ListReceipts, allow: anyPost, summary: "The inward register of a section" },
    async ({ actor, input: { before, ...filter } }) => {
      const sections = await sectionsCovered(actor);
      const page = await listReceipts(actor, { ...filter, before });
      return view(t("Inward register"), RegisterPage, {
        section: sectionOf(actor, filter, sections),
        sections,
        filter,
        ...page,
        sheet: registerAddress("/receipts/sheet", filter),
        print: registerAddress("/receipts/print", filter),
      });
    },
  ),

  get(
    "/receipts/print",
    { input: ListReceipts, allow: anyPost, summary: "The inward register as it is printed" },
    async ({ actor, input: { before: _before, ...filter } }) =>
      view(t("Inward register"), RegisterPrintPage, {
        section: sectionOf(actor, filter, await sectionsCovered(actor)),
        filter,
        lines: await readLines(actor, filter, mostPrinted),
        most: mostPrinted,
      }),
  ),

  get(
    "/receipts/sheet",
    {
      input: ListReceipts,
      allow: anyPost,
      fresh: true,
      summary: "The inward register as a sheet (CSV)",
      rate: "download",
    },
    async ({ actor, input: { before: _before, ...filter } }) =>
      sheet(
        `${t("Inward register")} ${today(now())}.csv`,
        registerTable(await readLines(actor, filter, mostInSheet)),
      ),
  ),
];

function sectionOf<Section extends { readonly id: string }>(
  actor: Actor,
  filter: RegisterFilter,
  sections: readonly Section[],
): Section | undefined {
  return sections.find(({ id }) => id === (filter.section ?? actor.unitId));
}
