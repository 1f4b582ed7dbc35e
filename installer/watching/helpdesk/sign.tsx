import type { Light } from "./judge-offices.ts";
import { lightSigns } from "./page-words.ts";

/** A shape for each light, so that nobody has to see colours. */
export function Sign({ light }: { light: Light }) {
  return (
    <span class={`sign ${light}`} aria-hidden="true">
      {lightSigns[light]}
    </span>
  );
}
