import { formatDate, formatDateTime } from "../base/time.ts";

/** A moment as offices write it; `day` leaves the clock out. */
export function DateTime(props: {
  readonly at: Date | string;
  readonly day?: boolean | undefined;
}) {
  const exact = typeof props.at === "string" ? props.at : props.at.toISOString();
  return (
    <time dateTime={exact}>
      {props.day === true ? formatDate(props.at) : formatDateTime(props.at)}
    </time>
  );
}
