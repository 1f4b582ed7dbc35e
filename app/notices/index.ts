import type { Module } from "../base/index.ts";
import { listenForAccess } from "./access-news.ts";
import { listenForArrivals } from "./arrivals.ts";
import { routes } from "./routes.tsx";
import { listenForVpns } from "./vpn-news.ts";

export { notify, type NewNotice, type NoticeGap } from "./notify.ts";

listenForArrivals();
listenForAccess();
listenForVpns();

export const notices: Module = { name: "notices", routes, sections: [] };
