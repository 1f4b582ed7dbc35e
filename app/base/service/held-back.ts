/**
 * INVARIANTS
 * 1. While the office is open for reading only, nothing is written to the database, whoever asks: Postgres itself
 *    refuses, since every statement says so with it (`standpoint.ts`). What stands here makes that bearable.
 * 2. Reading goes on: what a page would note beside showing itself (that it was opened) is left out and counted.
 *    Rows are not locked then, since nobody changes them.
 * 3. What must be written after all (switching back, an announcement) says so by `despiteReadOnly`.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "../errors.ts";
import { writesLeftOut } from "../metrics.ts";
import { words } from "../words.ts";
import { isReadOnly } from "./state.ts";

type Manner = "quietly" | "despite";

const ambient = new AsyncLocalStorage<Manner>();

/** Runs work whose writes are left out, and counted, while nothing may be written. */
export function quietly<T>(work: () => T): T {
  return ambient.run("quietly", work);
}

/** Runs work that writes though the office is open for reading only. */
export function despiteReadOnly<T>(work: () => T): T {
  return ambient.run("despite", work);
}

/** Whether statements run from here may only read. */
export function mayOnlyRead(): boolean {
  return isReadOnly() && ambient.getStore() !== "despite";
}

/** Whether this statement is to be left out; refuses where its work is the writing itself. */
export function isHeldBack(sql: string): boolean {
  if (!mayOnlyRead() || !writes(sql)) {
    return false;
  }
  if (ambient.getStore() !== "quietly") {
    throw readOnlyRefusal();
  }
  writesLeftOut.inc();
  return true;
}

/** The statement as it may be run just now. */
export function withoutLocks(sql: string): string {
  return mayOnlyRead() ? sql.replace(lock, "") : sql;
}

/** 503, since it passes; nothing is wrong with the request. */
export function readOnlyRefusal(): Refusal {
  return new Refusal(503, "read-only", {
    words: words(
      "The office is open for reading only just now; nothing was changed. What you typed is still here: send it again when the notice at the top is gone.",
    ),
  });
}

const lock =
  /\bfor\s+(?:no\s+key\s+update|update|key\s+share|share)\b(?:\s+of\s+\w+(?:\s*,\s*\w+)*)?(?:\s+(?:nowait|skip\s+locked))?/gi;

function writes(sql: string): boolean {
  return (
    /^\s*(?:insert|update|delete|merge|truncate)\b/i.test(sql) ||
    (/^\s*with\b/i.test(sql) && /\b(?:insert\s+into|delete\s+from|update\s+\w+\s)/i.test(sql))
  );
}
