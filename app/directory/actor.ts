import { nobody, type Actor } from "../base/index.ts";

/** The product itself where it follows the directory: it keeps people in order and reads nothing. */
export const directoryActor: Actor = {
  ...nobody,
  roles: new Set(["administrator"]),
};
