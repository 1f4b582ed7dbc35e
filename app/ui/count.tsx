import { formatNumber } from "../base/time.ts";

/** A number beside a word, lakh-grouped. */
export function Count({ value }: { readonly value: number }) {
  return <span class="count">{formatNumber(value)}</span>;
}
