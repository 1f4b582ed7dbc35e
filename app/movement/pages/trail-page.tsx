import { formatNumber, t } from "../../base/index.ts";
import { RecordHeader, Trail } from "../../ui/index.ts";
import { presentTrail } from "../present-trail.ts";
import type { Hop } from "../trail.ts";

interface TrailPageProps {
  readonly item: {
    readonly id: string;
    readonly kind: string;
    readonly number: string;
    readonly subject: string;
    readonly href: string;
  };
  readonly hops: readonly Hop[];
}

/** The way of one item on a page of its own; it prints as an office would file it. */
export function TrailPage({ item, hops }: TrailPageProps) {
  const days = hops.reduce((sum, hop) => sum + (hop.days ?? 0), 0);
  return (
    <>
      <RecordHeader
        {...item}
        where={t("{hops} movements, {days} working days in all", {
          hops: formatNumber(hops.length),
          days: formatNumber(days),
        })}
      />
      <Trail label={t("Movement")} steps={presentTrail(hops)} />
    </>
  );
}
