import {
  done,
  formatNumber,
  get,
  hasRole,
  nothing,
  post,
  t,
  view,
  type Route,
} from "../../base/index.ts";
import { commitList, discardList } from "./commit-list.ts";
import { countVpns, sumOf } from "./count-vpns.ts";
import { exportCounts, exportVpns } from "./export-vpns.ts";
import { ExportVpns, ListPath, ListVpns, OpenList, ReceiveList, SettleRow } from "./input.ts";
import { listVpns } from "./list-accounts.ts";
import { ListPage } from "./pages/list-page.tsx";
import { ListsPage } from "./pages/lists-page.tsx";
import { VpnPage } from "./pages/vpn-page.tsx";
import { countVerdicts, findList, listLists, listRows } from "./read-lists.ts";
import { receiveList } from "./receive-list.ts";
import { settleRow } from "./settle-row.ts";

const administrators = hasRole("administrator");
const lists = "/vpn/lists";
const one = `${lists}/:listId`;

export const vpnRoutes: readonly Route[] = [
  get(
    "/vpn",
    { input: ListVpns, allow: administrators, summary: "VPN accounts and how the offices stand" },
    async ({ input }) => {
      const offices = await countVpns();
      return view(t("VPN accounts"), VpnPage, {
        filter: input,
        offices,
        all: sumOf(offices),
        ...(await listVpns(input)),
      });
    },
  ),

  get(
    "/vpn.csv",
    { input: ExportVpns, allow: administrators, summary: "VPN accounts as CSV" },
    ({ input }) => exportVpns(input),
  ),

  get(
    "/vpn/offices.csv",
    { input: nothing, allow: administrators, summary: "The VPN counters of every office as CSV" },
    () => exportCounts(),
  ),

  get(
    lists,
    { input: nothing, allow: administrators, summary: "Lists of the VPN team so far" },
    async ({ form }) => view(t("VPN lists"), ListsPage, { lists: await listLists(), form }),
  ),

  post(
    lists,
    {
      input: ReceiveList,
      allow: administrators,
      summary: "Read a list of the VPN team; nothing changes yet",
      form: lists,
      upload: true,
    },
    async ({ actor, input }) => {
      const received = await receiveList(actor, input.files);
      return done(`${lists}/${received.id}`, received, { status: 201 });
    },
  ),

  get(
    one,
    { input: OpenList, allow: administrators, summary: "What a list would change, row by row" },
    async ({ input: { listId, ...filter }, form }) => {
      const list = await findList(listId);
      const head = {
        title: list.fileName,
        breadcrumb: [{ label: t("VPN lists"), href: lists }],
      };
      return view(head, ListPage, {
        list,
        verdict: filter.verdict,
        counts: await countVerdicts(listId),
        ...(await listRows(listId, filter)),
        form,
      });
    },
  ),

  post(
    `${one}/commit`,
    { input: ListPath, allow: administrators, fresh: true, summary: "Take the clear rows over" },
    async ({ actor, input: { listId } }) => {
      const { taken } = await commitList(actor, listId);
      const flash = t("{count} VPN accounts are taken over.", { count: formatNumber(taken) });
      return done(`${lists}/${listId}`, { id: listId, taken }, { flash });
    },
  ),

  post(
    `${one}/discard`,
    { input: ListPath, allow: administrators, summary: "Lay a list aside" },
    async ({ actor, input: { listId } }) => {
      await discardList(actor, listId);
      return done(lists, { id: listId }, { flash: t("The list is laid aside.") });
    },
  ),

  post(
    `${one}/rows`,
    {
      input: SettleRow,
      allow: administrators,
      fresh: true,
      summary: "Decide whose VPN a doubtful row is",
      form: one,
    },
    async ({ actor, input }) => {
      await settleRow(actor, input);
      const { listId, rowNumber } = input;
      return done(
        `${lists}/${listId}`,
        { id: listId, rowNumber },
        { flash: t("Row {row} is decided.", { row: rowNumber }) },
      );
    },
  ),
];
