import { joinDoor } from "../access/index.ts";
import { words, type Module } from "../base/index.ts";
import "./chores.ts";
import "./dependency.ts";
import { directoryDoor } from "./prove.ts";
import { administrator, directoryRoutes } from "./routes.tsx";
import { directory as directoryHere } from "./settings.ts";
import { listenForDismissals } from "./sync/tell-administrators.ts";

export { joinOffice, readOffice, type OfficeEntries } from "./office.ts";

joinDoor(directoryDoor);
listenForDismissals();
directoryHere(); // settings that cannot be used are told at the start, not at the first sign-in

export const directory: Module = {
  name: "directory",
  routes: directoryRoutes,
  sections: [
    {
      label: words("Directory"),
      href: "/directory",
      icon: "people",
      order: 83,
      allow: administrator,
    },
  ],
};
