import type { Module } from "../base/index.ts";
import { routes } from "./routes.tsx";

export { identifyVisitor } from "./identify-visitor.ts";
export { hashPassword } from "./password.ts";
export { roleNames, roles, type Role } from "./roles.ts";

export const access: Module = { name: "access", routes, sections: [] };
