import {
  conflict,
  done,
  formatNumber,
  get,
  hasRole,
  nothing,
  post,
  t,
  view,
  type Route,
} from "../base/index.ts";
import { serversHeard, tryServers } from "./ask.ts";
import { ListDifferences, TakeOverDifferences } from "./input.ts";
import { newPeopleTable } from "./new-people-table.ts";
import { DifferencesPage } from "./pages/differences-page.tsx";
import { DirectoryPage } from "./pages/directory-page.tsx";
import { directoryNeeded, preview } from "./preview.ts";
import { directory as directoryHere } from "./settings.ts";
import { leftDesks } from "./sync/left-desks.ts";
import { lastRuns } from "./sync/sync-run.ts";
import { synchronise } from "./sync/synchronise.ts";
import { takeOver } from "./sync/take-over.ts";

export const administrator = hasRole("administrator");

const home = "/directory";
const differences = `${home}/differences/:kind`;

export const directoryRoutes: readonly Route[] = [
  get(
    home,
    { input: nothing, allow: administrator, summary: "The directory, its servers and readings" },
    async () => {
      const directory = directoryHere();
      return view(t("Directory"), DirectoryPage, {
        name: directory?.name,
        servers: directory ? serversHeard(directory) : [],
        runs: await lastRuns(),
        desks: await leftDesks(),
      });
    },
  ),

  post(
    `${home}/readings`,
    { input: nothing, allow: administrator, summary: "Read the directory now" },
    async ({ actor }) => {
      await synchronise(actor, directoryNeeded());
      const [last] = await lastRuns(1);
      const flash =
        last?.outcome === "failed"
          ? t("No server of the directory answered.")
          : t("The directory was read: {count} people.", {
              count: formatNumber(last?.people ?? 0),
            });
      return done(home, { id: last?.id }, { flash });
    },
  ),

  post(
    `${home}/servers/trial`,
    { input: nothing, allow: administrator, summary: "Ask every server of the directory" },
    async () => {
      const directory = directoryNeeded();
      await tryServers(directory);
      return done(
        home,
        { servers: serversHeard(directory) },
        { flash: t("Every server was asked.") },
      );
    },
  ),

  get(
    differences,
    { input: ListDifferences, allow: administrator, summary: "What a take-over would do" },
    async ({ input, form }) => {
      const head = {
        title: t("Directory and office compared"),
        breadcrumb: [{ label: t("Directory"), href: home }],
      };
      return view(head, DifferencesPage, { ...(await preview(input)), form });
    },
  ),

  post(
    differences,
    {
      input: TakeOverDifferences,
      allow: administrator,
      summary: "Make the office as the directory says, for the people chosen",
      form: differences,
      fresh: true,
    },
    async ({ actor, input: { everybody, kind, seen, subjects } }) => {
      if (!everybody && subjects.length === 0) {
        throw conflict("Choose at least one person.");
      }
      const chosen = { kind, seen, subjects: everybody ? [] : subjects };
      const taken = await takeOver(actor, directoryNeeded(), chosen);
      const flash = t("{count} people are taken over.", { count: formatNumber(taken.done) });
      return done(`${home}/differences/${kind}`, taken, { flash });
    },
  ),

  get(
    `${home}/new-people.csv`,
    { input: nothing, allow: administrator, summary: "New people as an employee master" },
    () => newPeopleTable(),
  ),
];
