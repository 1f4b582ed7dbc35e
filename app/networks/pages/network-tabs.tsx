import { t } from "../../base/index.ts";
import { PageHeading, Tabs } from "../../ui/index.ts";

/** The heading of every page about networks, and the way between them. */
export function NetworkTabs({ current }: { readonly current: string }) {
  const tabs = [
    { label: t("Ranges"), href: "/networks" },
    { label: t("Who from where"), href: "/networks/rules" },
    { label: t("At the closed door"), href: "/networks/refusals" },
    { label: t("VPN accounts"), href: "/vpn" },
    { label: t("VPN lists"), href: "/vpn/lists" },
  ];
  return (
    <>
      <PageHeading title={t("Networks")} />
      <Tabs
        label={t("Networks")}
        tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))}
      />
    </>
  );
}
