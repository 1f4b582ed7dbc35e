import { z } from "zod";
import { day, line, words } from "../../base/index.ts";
import { roleNames } from "../roles.ts";
import { everyPost, permissionNames, type Permission } from "./permissions.ts";

export const OpenMatrix = z.strictObject({ on: day.optional() });

export const SetConfidential = z.strictObject({
  allowed: z
    .enum(["true", "false"], words("Choose what the order says."))
    .transform((value) => value === "true"),
  orderNumber: line(100),
  orderOn: day,
});

export const ChangeMatrix = z.strictObject({
  role: z.enum([...roleNames, everyPost], words("Choose the role.")),
  permission: z.enum(
    permissionNames as readonly [Permission, ...Permission[]],
    words("Choose the permission."),
  ),
  granted: z
    .enum(["true", "false"], words("Choose whether the role shall have it."))
    .transform((value) => value === "true"),
  fromOn: day,
  orderNumber: line(100),
});
