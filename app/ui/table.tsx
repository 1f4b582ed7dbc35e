import type { ComponentChildren } from "preact";
import { classes } from "./classes.ts";
import { changedAddress } from "./changed-address.ts";
import { useFrame } from "./frame.ts";

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** The word that stands in `?sort=` for this column; without it the column cannot be sorted. */
  readonly sort?: string | undefined;
  readonly number?: boolean | undefined;
  /** The column that names the row. */
  readonly heading?: boolean | undefined;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly showCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The present order as in the address: `arrived`, or `-arrived` for falling. */
  readonly sort?: string | undefined;
  readonly empty?: ComponentChildren;
  readonly foot?: ComponentChildren;
}

/** A real table whose headers sort by the address. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) {
    return <>{props.empty}</>;
  }
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabIndex={0}>
      <table class="table">
        <caption class={classes(props.showCaption !== true && "unseen")}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <ColumnHeading key={column.label} column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column) => (
                <Cell key={column.label} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}

function ColumnHeading<Row>(props: {
  readonly column: Column<Row>;
  readonly sort?: string | undefined;
}) {
  const { path } = useFrame();
  const { label, number, sort } = props.column;
  if (sort === undefined) {
    return (
      <th scope="col" class={classes(number === true && "number")}>
        {label}
      </th>
    );
  }
  const order = orderOf(sort, props.sort);
  const next = order === "ascending" ? `-${sort}` : sort;
  return (
    <th scope="col" class={classes(number === true && "number")} aria-sort={order}>
      <a href={changedAddress(path, { sort: next, before: undefined })}>{label}</a>
    </th>
  );
}

function orderOf(column: string, sort: string | undefined) {
  if (sort === column) {
    return "ascending" as const;
  }
  return sort === `-${column}` ? ("descending" as const) : ("none" as const);
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const look = classes(column.number === true && "number");
  return column.heading === true ? (
    <th scope="row" class={look}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={look}>{column.cell(row)}</td>
  );
}
