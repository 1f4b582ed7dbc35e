/** Usual values of a lookup or field, one tap each: they fill `target` and need the script. */
export function Chips(props: {
  readonly label: string;
  readonly target: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  if (props.options.length === 0) {
    return null;
  }
  return (
    <div
      class="chips"
      role="group"
      aria-label={props.label}
      data-enhance="chips"
      data-target={props.target}
      hidden
    >
      <span class="quiet">{props.label}</span>
      {props.options.map((option) => (
        <button key={option.value} type="button" class="chip" data-value={option.value}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
