import type { Route } from "../base/index.ts";
import { draftRoutes } from "./routes/drafts.tsx";
import { scanRoutes } from "./routes/scans.tsx";
import { stepRoutes } from "./routes/steps.tsx";

export const routes: readonly Route[] = [...draftRoutes, ...stepRoutes, ...scanRoutes];
