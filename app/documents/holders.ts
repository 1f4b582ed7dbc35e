const conditions: string[] = [];

/**
 * A document is seen through what holds it. A higher module names the condition in SQL: an `exists (…)`
 * over `d.id` that asks `visibleTo` of its item and binds `$viewerPost` and `$viewerUnits`.
 */
export function holdDocuments(condition: string): void {
  conditions.push(condition);
}

export function heldByVisible(): string {
  return conditions.length === 0 ? "false" : `(${conditions.join(" or ")})`;
}
