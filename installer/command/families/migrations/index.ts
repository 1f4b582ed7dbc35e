import { migrationsStatus } from "./status.ts";
import { migrationsWait } from "./wait.ts";

export const migrationsVerbs = [migrationsStatus, migrationsWait];
