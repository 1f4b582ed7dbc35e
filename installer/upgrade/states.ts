/** How far an upgrade is. Each is written down when it is reached, so that a killed run goes on from there. */
export type State =
  | "verified"
  | "preflighted"
  | "backed_up"
  | "staged"
  | "expanded"
  | `rolled(${number})`
  | "checked"
  | "current"
  | "rolled_back";

/** The way of an upgrade on a server with so many web processes. */
export function statesOf(webProcesses: number): readonly State[] {
  const rolled = Array.from({ length: webProcesses }, (_, at): State => `rolled(${at + 1})`);
  return [
    "verified",
    "preflighted",
    "backed_up",
    "staged",
    "expanded",
    ...rolled,
    "checked",
    "current",
  ];
}

/** From `expanded` on people may be using the new release: a failure then puts the old one back. */
export function touchesPeople(state: State | undefined): boolean {
  return state === "checked" || state === "current" || (state ?? "").startsWith("rolled(");
}
