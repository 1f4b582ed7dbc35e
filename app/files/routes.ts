import type { Route } from "../base/index.ts";
import { closingRoutes } from "./routes/closing.tsx";
import { coverRoutes } from "./routes/covers.tsx";
import { headRoutes } from "./routes/heads.tsx";
import { openingRoutes } from "./routes/opening.tsx";
import { paperRoutes } from "./routes/papers.tsx";
import { registerRoutes } from "./routes/register.tsx";

/** Addresses in words stand before those with an id in their place. */
export const routes: readonly Route[] = [
  ...registerRoutes,
  ...openingRoutes,
  ...headRoutes,
  ...coverRoutes,
  ...paperRoutes,
  ...closingRoutes,
];
