import { t, words } from "../../base/index.ts";

const known: Readonly<Record<string, string>> = {
  password: words("Login and password"),
  directory: words("Directory of the government"),
  "break-glass": words("Break-glass access"),
};

/** A door as people call it; providers go by their own names. */
export function doorName(door: string): string {
  const name = known[door];
  return name === undefined ? door : t(name);
}
