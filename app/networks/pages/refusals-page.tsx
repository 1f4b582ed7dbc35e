import { formatNumber, t } from "../../base/index.ts";
import { DateTime, EmptyState, Table } from "../../ui/index.ts";
import type { RefusalLine } from "../list-networks.ts";
import { NetworkTabs } from "./network-tabs.tsx";

/** Who knocked at the closed door: one line for each address and hour. */
export function RefusalsPage({ refusals }: { readonly refusals: readonly RefusalLine[] }) {
  return (
    <>
      <NetworkTabs current="/networks/refusals" />
      <Table
        caption={t("At the closed door")}
        rows={refusals}
        rowKey={({ address, firstAt }) => `${address} ${String(firstAt)}`}
        empty={<EmptyState title={t("Nobody was refused at the door.")} />}
        columns={[
          { label: t("Address"), heading: true, cell: ({ address }) => <bdi>{address}</bdi> },
          { label: t("Attempts"), number: true, cell: ({ attempts }) => formatNumber(attempts) },
          { label: t("First"), cell: ({ firstAt }) => <DateTime at={firstAt} /> },
          { label: t("Last"), cell: ({ lastAt }) => <DateTime at={lastAt} /> },
        ]}
      />
    </>
  );
}
