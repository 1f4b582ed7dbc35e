import type { ComponentChildren, VNode } from "preact";
import { attributesOf, referenceOf } from "./rich-node.ts";
import type { RichNode, RichReference } from "./rich-node.ts";

export interface RichTextProps {
  readonly document: RichNode;
  /** The address a reference leads to; without one it is shown as words. */
  readonly hrefOf?: ((reference: RichReference) => string | undefined) | undefined;
  /** Number of the first paragraph, where paragraphs are numbered in the margin across a file. */
  readonly numberFrom?: number | undefined;
  /** What stands under a numbered paragraph, such as flags of what points at it. */
  readonly beside?: ((paragraph: number) => ComponentChildren) | undefined;
}

type Way = Pick<RichTextProps, "hrefOf">;

/** A stored document drawn from a closed list of nodes: nothing in it can become markup of its own. */
export function RichText({ beside, document, hrefOf, numberFrom }: RichTextProps) {
  const blocks = document.content ?? [];
  if (numberFrom === undefined) {
    return <div class="rich">{inside(document, { hrefOf })}</div>;
  }
  return (
    <div class="rich rich-numbered">
      {blocks.map((block, index) => (
        <NumberedBlock key={index} number={numberFrom + index}>
          {drawn(block, { hrefOf })}
          {beside?.(numberFrom + index)}
        </NumberedBlock>
      ))}
    </div>
  );
}

function NumberedBlock(props: { readonly number: number; readonly children: ComponentChildren }) {
  return (
    <div class="numbered" id={`paragraph-${props.number}`}>
      <a class="numbered-number" href={`#paragraph-${props.number}`}>
        {props.number}
      </a>
      <div>{props.children}</div>
    </div>
  );
}

function inside(node: RichNode, way: Way): ComponentChildren {
  return (node.content ?? []).map((child) => drawn(child, way));
}

type Draw = (node: RichNode, way: Way) => ComponentChildren;

const drawings: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ["paragraph", (node, way) => <p data-align={alignOf(node)}>{inside(node, way)}</p>],
  ["heading", (node, way) => <h3>{inside(node, way)}</h3>],
  ["bullet_list", (node, way) => <ul>{inside(node, way)}</ul>],
  ["ordered_list", (node, way) => <ol start={startOf(node)}>{inside(node, way)}</ol>],
  ["list_item", (node, way) => <li>{inside(node, way)}</li>],
  ["table", (node, way) => <RichTable>{inside(node, way)}</RichTable>],
  ["table_row", (node, way) => <tr>{inside(node, way)}</tr>],
  ["table_cell", (node, way) => <td {...spanOf(node)}>{inside(node, way)}</td>],
  ["table_header", (node, way) => <th {...spanOf(node)}>{inside(node, way)}</th>],
  ["hard_break", () => <br />],
  ["reference", drawnReference],
  ["text", drawnText],
]);

function drawn(node: RichNode, way: Way): ComponentChildren {
  return drawings.get(node.type)?.(node, way) ?? null;
}

function RichTable({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="table-scroll">
      <table>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const marks: ReadonlyMap<string, (text: ComponentChildren) => VNode> = new Map([
  ["strong", (text: ComponentChildren) => <strong>{text}</strong>],
  ["em", (text: ComponentChildren) => <em>{text}</em>],
  ["underline", (text: ComponentChildren) => <u>{text}</u>],
]);

function drawnText(node: RichNode): ComponentChildren {
  return (node.marks ?? []).reduce<ComponentChildren>(
    (text, mark) => marks.get(mark.type)?.(text) ?? text,
    node.text ?? "",
  );
}

function drawnReference(node: RichNode, { hrefOf }: Way): ComponentChildren {
  const reference = referenceOf(node);
  if (reference === undefined) {
    return null;
  }
  const href = hrefOf?.(reference);
  const look = `reference reference-${reference.kind}`;
  return href === undefined ? (
    <span class={look}>{reference.label}</span>
  ) : (
    <a class={look} href={href} data-reference={reference.kind}>
      {reference.label}
    </a>
  );
}

function alignOf(node: RichNode): string | undefined {
  const align = attributesOf(node)["align"];
  return typeof align === "string" ? align : undefined;
}

function startOf(node: RichNode): number | undefined {
  const start = attributesOf(node)["order"];
  return typeof start === "number" ? start : undefined;
}

function spanOf(node: RichNode) {
  return {
    colSpan: spanned(attributesOf(node)["colspan"]),
    rowSpan: spanned(attributesOf(node)["rowspan"]),
  };
}

function spanned(value: unknown): number | undefined {
  return typeof value === "number" && value > 1 ? value : undefined;
}
