import type { Route } from "../base/index.ts";
import { diaryRoutes } from "./routes/diary.tsx";
import { receiptRoutes } from "./routes/receipt.tsx";
import { registerRoutes } from "./routes/register.tsx";

/** Fixed addresses before those with an id: the first that fits is taken. */
export const routes: readonly Route[] = [...registerRoutes, ...diaryRoutes, ...receiptRoutes];
