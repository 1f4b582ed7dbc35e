import { formatDate, nameOf, t } from "../../base/index.ts";
import { Mixed, Tag } from "../../ui/index.ts";
import { chargeKinds, type ChargeKind } from "../charge.ts";
import type { Holding } from "../post-queries.ts";

/** Who sits in a post today, each a link; a vacant post says so. */
export function Holders({ holders }: { readonly holders: readonly Holding[] }) {
  if (holders.length === 0) {
    return <Tag tone="soon">{t("Vacant")}</Tag>;
  }
  return (
    <ul class="plain-list">
      {holders.map((holder) => (
        <li key={holder.chargeId}>
          <a href={`/office/people/${holder.employeeId}`}>
            <Mixed text={nameOf(holder)} />
          </a>{" "}
          <ChargeTag kind={holder.kind} />
        </li>
      ))}
    </ul>
  );
}

/** How a post is held; the usual way needs no word. */
export function ChargeTag({ kind }: { readonly kind: ChargeKind }) {
  return kind === "substantive" ? null : <Tag tone="accent">{t(chargeKinds[kind])}</Tag>;
}

/** The span of a charge: 01.04.2024 to 31.03.2026, or since 01.04.2024. */
export function Span(props: { readonly fromOn: string; readonly untilOn: string | null }) {
  const from = formatDate(props.fromOn);
  return (
    <>
      {props.untilOn === null
        ? t("since {date}", { date: from })
        : t("{from} to {until}", { from, until: formatDate(props.untilOn) })}
    </>
  );
}
