export interface Priority {
  readonly word: string;
  /** 0 ordinary, 1 above, 2 above that, 3 highest: one stroke each, so that shape tells it without colour. */
  readonly rank: 0 | 1 | 2 | 3;
}

export function PriorityTag({ word, rank }: Priority) {
  return (
    <span class={`priority priority-${rank}`}>
      {rank > 0 && (
        <svg class="priority-mark" viewBox="0 0 12 14" width="12" height="14" aria-hidden="true">
          {[0, 1, 2].slice(0, rank).map((step) => (
            <path key={step} d={`M1 ${12 - step * 4}l5-4 5 4`} />
          ))}
        </svg>
      )}
      {word}
    </span>
  );
}
