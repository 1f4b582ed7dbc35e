import type { Module } from "../base/index.ts";
import { listenForArrivals } from "./arrivals.ts";
import { routes } from "./routes.tsx";

export { notify, type NewNotice, type NoticeGap } from "./notify.ts";

listenForArrivals();

export const notices: Module = { name: "notices", routes, sections: [] };
