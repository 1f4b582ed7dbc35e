import { t } from "../base/words.ts";
import { changedAddress } from "./changed-address.ts";
import { useFrame } from "./frame.ts";
import { Options } from "./select.tsx";
import type { Option } from "./select.tsx";

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** With options a list to choose from; without, a line to type in, or a day. */
  readonly options?: readonly Option[] | undefined;
  readonly type?: "text" | "date" | undefined;
  /** What stands for no choice, where "All" would not be true: "Newest first". */
  readonly blank?: string | undefined;
}

/** Filters of a list; they live in the address, and those in force can be taken off one by one. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  const { path } = useFrame();
  const inForce = filters.filter(({ value }) => value !== undefined && value !== "");
  return (
    <form class="filters" method="get" action={path.split("?")[0]} data-enhance="submit-on-change">
      <OtherParameters path={path} filters={filters} />
      {filters.map((filter) => (
        <FilterControl key={filter.name} filter={filter} />
      ))}
      <button type="submit" class="button button-secondary without-script">
        {t("Show")}
      </button>
      {inForce.length > 0 && (
        <a class="filters-clear" href={changedAddress(path, withoutAll(filters))}>
          {t("Clear filters")}
        </a>
      )}
    </form>
  );
}

function FilterControl({ filter }: { readonly filter: Filter }) {
  const id = `filter-${filter.name}`;
  const value = filter.value ?? "";
  return (
    <span class={value === "" ? "filter" : "filter filter-in-force"}>
      <label for={id}>{filter.label}</label>
      {filter.options ? (
        <select id={id} name={filter.name}>
          <option value="">{filter.blank ?? t("All")}</option>
          <Options options={filter.options} chosen={[value]} />
        </select>
      ) : (
        <input id={id} name={filter.name} type={(filter.type ?? "text") as "text"} value={value} />
      )}
    </span>
  );
}

/** What else stands in the address stays there: the tab, the order. The place in the list does not. */
function OtherParameters(props: { readonly path: string; readonly filters: readonly Filter[] }) {
  const names = new Set(["before", ...props.filters.map(({ name }) => name)]);
  const query = new URLSearchParams(props.path.split("?")[1] ?? "");
  return (
    <>
      {[...query]
        .filter(([name]) => !names.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

function withoutAll(filters: readonly Filter[]): Record<string, undefined> {
  return Object.fromEntries(
    ["before", ...filters.map(({ name }) => name)].map((name) => [name, undefined]),
  );
}
