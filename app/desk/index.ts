import { anyPost, words, type Module } from "../base/index.ts";
import { routes } from "./routes.tsx";

export const desk: Module = {
  name: "desk",
  routes,
  sections: [{ label: words("Tray"), href: "/tray", icon: "tray", order: 10, allow: anyPost }],
};
