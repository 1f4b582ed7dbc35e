/**
 * Begins a statement that is planned once for a connection, whatever its values. For those whose plan does not hang on
 * them and takes Postgres longer to make than to run: it would otherwise plan most of them anew each time, since it
 * thinks planning cheap and knows nothing of the policies it has to work in.
 */
export const plannedOnce = "/* planned once */";

export function isPlannedOnce(text: string): boolean {
  return text.startsWith(plannedOnce);
}
