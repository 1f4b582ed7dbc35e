import { v7 as newId } from "uuid";
import { readSession, startSession } from "../../app/base/index.ts";
import type { Question } from "./ask.ts";
import { fieldsOf } from "./ask.ts";
import type { Cell } from "./cells.ts";
import type { Papers } from "./papers.ts";
import type { Row, Values } from "./rules.ts";
import type { World } from "./world.ts";

/** The request of a cell: names of papers become their ids, and fields go where the route reads them. */
export async function questionOf(
  world: World,
  cell: Cell,
  given: Papers = idsFor(world, cell),
): Promise<Question> {
  const { as, kind, route, row } = cell;
  const asksSession =
    Object.values(row.values).includes("@session") && cell.swap?.name !== "@session";
  const ids = asksSession ? { ...given, session: await aSession(world) } : given;
  const own = new Map(Object.entries(resolved(row.values, ids)));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(own.get(name));
    own.delete(name);
    return encodeURIComponent(value);
  });
  const values = Object.fromEntries(own);
  const isQuery = route.method === "GET" || route.method === "DELETE";
  const inAddress = Object.entries(values).filter(
    ([name]) => isQuery || (as === "browser" && row.inAddress?.includes(name)),
  );
  const query = new URLSearchParams(fieldsOf(Object.fromEntries(inAddress))).toString();
  return {
    kind,
    as,
    method: route.method,
    path: query === "" ? path : `${path}?${query}`,
    values: isQuery ? {} : values,
    headers: row.headers ?? {},
    upload: uploadOf(world, cell, row.upload),
  };
}

/** A session of the holder's account, to be ended. */
async function aSession({ cast }: World): Promise<string> {
  const { accountId, postId } = cast.holder;
  const token = await startSession({ accountId, actingPostId: postId, language: "en" });
  return (await readSession(token))?.id ?? "";
}

function idsFor({ foreign, office, papers }: World, { classification, swap }: Cell): Papers {
  const ids = { ...office, ...papers[classification] };
  if (!swap) {
    return ids;
  }
  const name = swap.name.slice(1);
  return { ...ids, [name]: (swap.by === "foreign" ? foreign[name] : undefined) ?? newId() };
}

function resolved(values: Values, ids: Papers): Values {
  const idOf = (value: unknown): unknown => {
    if (typeof value !== "string" || !value.startsWith("@")) {
      return value;
    }
    const id = ids[value.slice(1)];
    if (id === undefined) {
      throw new Error(`Nothing is called ${value}: see papers.ts and world.ts`);
    }
    return id;
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(idOf) : idOf(value),
    ]),
  );
}

function uploadOf(world: World, cell: Cell, upload: Row["upload"]): Buffer | undefined {
  if (upload === undefined) {
    return undefined;
  }
  const { csv, pdf, print } = world.uploads;
  return upload === "print" ? print[cell.classification] : upload === "csv" ? csv : pdf;
}
