import { z } from "zod";
import { day } from "../../base/index.ts";

/** How a list may be ordered: by what, and which way. The id breaks ties, so that a page ends at one row. */
interface Order {
  readonly by: string;
  readonly type: "timestamptz" | "date" | "integer" | "text";
  readonly falls: boolean;
}

export const orders = {
  arrived: { by: "i.arrived_at", type: "timestamptz", falls: true },
  due: { by: "coalesce(i.due_on, 'infinity')", type: "date", falls: false },
  priority: {
    by: "array_position('{ordinary,priority,immediate,top}'::text[], i.priority)",
    type: "integer",
    falls: true,
  },
  number: { by: "i.number", type: "text", falls: false },
} as const satisfies Record<string, Order>;

export type OrderName = keyof typeof orders;
export const orderNames = Object.keys(orders) as [OrderName, ...OrderName[]];

/** Lists of the past have one order: when it happened, newest first. */
export const happened = (by: string): Order => ({ by, type: "timestamptz", falls: true });

/** The condition that leaves out the pages already seen; `$key` and `$keyId` come from the cursor. */
export function afterCursor({ by, type, falls }: Order): string {
  return `($key::text is null or (${by}, i.id) ${falls ? "<" : ">"} ($key::${type}, $keyId::uuid))`;
}

export function orderBy({ by, falls }: Order): string {
  const way = falls ? "desc" : "asc";
  return `order by ${by} ${way}, i.id ${way}`;
}

/** What the database wrote as the key of a row, and nothing it could not read again. */
const shapes: Readonly<Record<Order["type"], z.ZodType>> = {
  timestamptz: z
    .string()
    .transform((key) => key.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))
    .pipe(z.iso.datetime({ offset: true })),
  date: z.union([day, z.literal("infinity")]),
  integer: z.string().regex(/^[1-4]$/),
  text: z.string().regex(/^[^\0]{0,200}$/),
};

const Cursor = z.tuple([z.string(), z.uuid()]);

/** The last row of a page as it stands in the address. */
export function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** What a cursor says; one that this order did not write is as none, and the list begins at its top. */
export function readCursor(
  { type }: Order,
  cursor: string | undefined,
): { key: string | null; keyId: string | null } {
  const none = { key: null, keyId: null };
  if (cursor === undefined) {
    return none;
  }
  const read = Cursor.safeParse(parse(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!read.success || !shapes[type].safeParse(read.data[0]).success) {
    return none;
  }
  const [key, keyId] = read.data;
  return { key, keyId };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
