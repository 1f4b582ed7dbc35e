import type { ComponentChildren } from "preact";

export interface Definition {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Particulars of one thing: label and value; what has no value is left out. */
export function DefinitionList(props: {
  readonly items: readonly Definition[];
  readonly columns?: 1 | 2 | undefined;
}) {
  const items = props.items.filter(
    ({ value }) => value !== undefined && value !== null && value !== "",
  );
  return (
    <dl class={`definitions definitions-${props.columns ?? 1}`}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
