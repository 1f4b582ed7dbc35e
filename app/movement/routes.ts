import type { Route } from "../base/index.ts";
import { batchRoutes } from "./routes/batches.tsx";
import { folderRoutes } from "./routes/folders.tsx";
import { lookingRoutes } from "./routes/looking.tsx";
import { restingRoutes } from "./routes/resting.tsx";
import { sendingRoutes } from "./routes/sending.tsx";

export const routes: readonly Route[] = [
  ...batchRoutes,
  ...sendingRoutes,
  ...restingRoutes,
  ...folderRoutes,
  ...lookingRoutes,
];
