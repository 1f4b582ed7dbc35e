import { joinDoor } from "../access/index.ts";
import { hasRole, words, type Module } from "../base/index.ts";
import { directoryDoor } from "./prove.ts";
import { directory as directoryHere } from "./settings.ts";

joinDoor(directoryDoor);
directoryHere(); // what cannot be used is told at the start, not at the first sign-in

export const directory: Module = {
  name: "directory",
  routes: [],
  sections: [
    {
      label: words("Directory"),
      href: "/directory",
      icon: "people",
      order: 83,
      allow: hasRole("administrator"),
    },
  ],
};
