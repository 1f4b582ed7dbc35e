import { t } from "../../base/index.ts";
import { Tabs } from "../../ui/index.ts";

/** The registry has a queue beside the register; others have the register alone. */
export function RegisterTabs(props: {
  readonly current: "queue" | "register";
  readonly mayQueue: boolean;
}) {
  const tabs = [
    ...(props.mayQueue ? [{ name: "queue", label: t("To dispatch"), href: "/dispatches" }] : []),
    { name: "register", label: t("Outward register"), href: "/outward" },
    { name: "scans", label: t("Signed scans"), href: "/scans" },
  ];
  return (
    <Tabs
      label={t("Dispatch")}
      tabs={tabs.map(({ name, ...tab }) => ({ ...tab, current: name === props.current }))}
    />
  );
}
