import { z } from "zod";
import { files, id, line } from "../../base/index.ts";

const filter = {
  show: z.enum(["active", "expiring", "expired", "stopped"]).optional(),
  officeId: id.optional(),
};

export const ListVpns = z.strictObject({ ...filter, after: z.string().max(200).optional() });
export const ExportVpns = z.strictObject(filter);
export const ReceiveList = z.strictObject({ files });
export const ListPath = z.strictObject({ listId: id });

export const OpenList = z.strictObject({
  listId: id,
  verdict: z.enum(["new", "changed", "same", "unmatched", "conflict", "wrong"]).optional(),
  after: z.coerce.number().int().min(0).max(1_000_000).optional(),
});

export const SettleRow = z.strictObject({
  listId: id,
  rowNumber: z.coerce.number().int().min(1).max(10_000_000),
  employeeCode: line(60).optional(),
});
