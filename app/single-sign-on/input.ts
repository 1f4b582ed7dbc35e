import { z } from "zod";

export const Provider = z.object({ provider: z.string().max(40) });

export const Begin = z.strictObject({
  provider: z.string().max(40),
  next: z.string().max(2_000).default("/tray"),
  /** Asks the provider to let the person prove it anew. */
  again: z.enum(["true"]).optional(),
});

/** Providers put more behind the address than they must; what counts is read from the address itself. */
export const ComeBack = z.looseObject({ provider: z.string().max(40) });

export const EndFromThere = z.looseObject({
  provider: z.string().max(40),
  logout_token: z.string().max(16_000).default(""),
});

export const Farewell = z.strictObject({
  ticket: z.string().max(100),
  provider: z.string().max(40).default(""),
});
