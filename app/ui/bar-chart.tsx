import { formatNumber } from "../base/time.ts";
import type { Tone } from "./tag.tsx";

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

/** Bars drawn in SVG inside a table, so that it prints and is read out; every number opens its rows. */
export function BarChart(props: {
  readonly caption: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly bars: readonly Bar[];
}) {
  const most = Math.max(1, ...props.bars.map(({ value }) => value));
  return (
    <table class="bar-chart">
      <caption>{props.caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{props.labelHeading}</th>
          <th scope="col">{props.valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>
              <Strip share={bar.value / most} tone={bar.tone ?? "accent"} />
              <Value bar={bar} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Strip({ share, tone }: { readonly share: number; readonly tone: Tone }) {
  return (
    <svg
      class={`bar bar-${tone}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={(share * 100).toFixed(1)} height="10" />
    </svg>
  );
}

function Value({ bar }: { readonly bar: Bar }) {
  const words = formatNumber(bar.value);
  return bar.href === undefined ? <span>{words}</span> : <a href={bar.href}>{words}</a>;
}
