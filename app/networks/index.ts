import { hasRole, words, type Module } from "../base/index.ts";
import { networkRoutes } from "./routes.tsx";
import { vpnRoutes } from "./vpn/routes.tsx";
import "./vpn/tell-expiries.ts";

export { networkGate } from "./gate.ts";
export { meetArrival, refuseUnlessAdmittedHere } from "./meet-arrival.ts";
export { addRange, type NewRange } from "./add-range.ts";
export { endRange } from "./end-range.ts";
export { openNetworks, setDoor } from "./set-door.ts";

export const networks: Module = {
  name: "networks",
  routes: [...networkRoutes, ...vpnRoutes],
  sections: [
    {
      label: words("Networks"),
      href: "/networks",
      icon: "shield",
      order: 84,
      allow: hasRole("administrator"),
    },
  ],
};
