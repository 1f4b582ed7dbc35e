import type { Route } from "../base/index.ts";
import { letterRoutes } from "./routes/letters.tsx";
import { outcomeRoutes } from "./routes/outcomes.tsx";
import { registerRoutes } from "./routes/registers.tsx";

export const routes: readonly Route[] = [...letterRoutes, ...registerRoutes, ...outcomeRoutes];
