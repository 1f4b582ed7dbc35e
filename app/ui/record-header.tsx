import type { ComponentChildren } from "preact";
import { Mixed } from "./mixed.tsx";

/** The thin head of a record's page: number, subject (the h1), where it lies and since when. */
export function RecordHeader(props: {
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  /** Where it is now, in one sentence. */
  readonly where?: ComponentChildren;
  readonly tags?: ComponentChildren;
}) {
  return (
    <header class="record-header">
      <p class="record-line">
        <span class="item-kind">{props.kind}</span>
        <span class="record-number">
          <Mixed text={props.number} />
        </span>
        {props.tags}
        {props.where && <span class="record-where">{props.where}</span>}
      </p>
      <h1>
        <Mixed text={props.subject} />
      </h1>
    </header>
  );
}
