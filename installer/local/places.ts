import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Everything that is made here and can be thrown away. */
export const varFolder = join(root, "var");

export const buildFolder = join(root, "build");
