import type { Route } from "../../../app/base/index.ts";

export interface Gate {
  readonly name: string;
  readonly route: Route;
  readonly opens: "every post" | "everyone";
}

const anyPost = (): boolean => true;

/** Each route's own rule, opened one step: a role's to every post, every post's to everyone. */
export function gatesOf(routes: readonly Route[]): readonly Gate[] {
  return routes
    .filter(({ allow }) => allow !== "everyone")
    .map((route) => {
      const name = `${route.method} ${route.path}`;
      return { name, route, opens: admitsAll(route) ? "everyone" : "every post" };
    });
}

function admitsAll({ allow }: Route): boolean {
  const nobodySpecial = { roles: new Set(), permissions: new Set() };
  return allow !== "everyone" && allow(nobodySpecial as never);
}

/** Opens these; what is answered shuts them again. */
export function opened(gates: readonly Gate[]): () => void {
  const kept = gates.map(({ route }) => route.allow);
  for (const { opens, route } of gates) {
    change(route, opens === "everyone" ? "everyone" : anyPost);
  }
  return () => gates.forEach(({ route }, index) => change(route, kept[index] ?? route.allow));
}

function change(route: Route, allow: Route["allow"]): void {
  Object.assign(route, { allow });
}
