import { z } from "zod";
import { id, words } from "../../base/index.ts";

export const ListClaims = z.strictObject({
  state: z.enum(["waiting", "linked", "refused"]).default("waiting"),
  after: z.uuid().optional(),
});

export const ClaimPath = z.strictObject({ claimId: z.uuid() });

export const LinkClaim = z.strictObject({ claimId: z.uuid(), employeeId: id });

export const AccountPath = z.strictObject({ accountId: z.uuid() });

export const IdentityPath = z.strictObject({ accountId: z.uuid(), identityId: z.uuid() });

export const SetDoor = z.strictObject({
  accountId: z.uuid(),
  door: z.enum(["password", "directory"], words("Choose where the account comes in.")),
});
