import { Mixed } from "./mixed.tsx";

export interface LookupOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** What one should know before choosing: away, vacant, who acts. */
  readonly warning?: string | undefined;
}

/** What a lookup address answers: one list item per find. */
export function LookupOptions({ options }: { readonly options: readonly LookupOption[] }) {
  return (
    <>
      {options.map((option) => (
        <li
          key={option.id}
          role="option"
          aria-selected="false"
          data-value={option.id}
          data-label={option.label}
        >
          <span class="lookup-label">
            <Mixed text={option.label} />
          </span>
          {option.detail !== undefined && (
            <span class="quiet">
              <Mixed text={option.detail} />
            </span>
          )}
          {option.warning !== undefined && <span class="lookup-warning">{option.warning}</span>}
        </li>
      ))}
    </>
  );
}
