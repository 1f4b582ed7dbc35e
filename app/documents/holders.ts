const conditions: string[] = [];
const papers: string[] = [];

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

/**
 * Names the rows by which a document is a paper of an item: what stands after `select from`, ending in a `where`
 * over `d.id`, with the item as `i`. By them it is known whether the paper is confidential.
 */
export function paperOfItem(from: string): void {
  papers.push(from);
}

export function isConfidential(): string {
  return anyPaper("i.classification = 'confidential'");
}

/** Whether the viewer's post holds, just now, a confidential item of which this is a paper. */
export function isInHand(): string {
  return anyPaper("i.classification = 'confidential' and i.holder_post_id = $viewerPost::uuid");
}

function anyPaper(condition: string): string {
  const exists = papers.map((from) => `exists (select from ${from} and ${condition})`);
  return exists.length === 0 ? "false" : `(${exists.join(" or ")})`;
}
