import { formatNumber } from "../base/time.ts";
import type { Tone } from "./tag.tsx";

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly href: string;
  readonly tone?: Tone | undefined;
  readonly hint?: string | undefined;
}

/** A few large numbers, each a link to its rows. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <ul class="figures">
      {figures.map((figure) => (
        <li key={figure.label}>
          <a href={figure.href} class={`figure figure-${figure.tone ?? "plain"}`}>
            <span class="figure-value">{formatNumber(figure.value)}</span>
            <span>{figure.label}</span>
          </a>
          {figure.hint !== undefined && <span class="quiet">{figure.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
