import { t } from "../../base/index.ts";
import { Tabs } from "../../ui/index.ts";

export type OfficeTab = "units" | "posts" | "people" | "designations" | "imports";

/** The ways into the office; what only administrators use is shown to them alone. */
export function OfficeTabs(props: { readonly current: OfficeTab; readonly administers: boolean }) {
  const tab = (name: OfficeTab, label: string, href: string) => ({
    label,
    href,
    current: name === props.current,
  });
  return (
    <Tabs
      label={t("Office")}
      tabs={[
        tab("units", t("Units"), "/office"),
        tab("posts", t("Posts"), "/office/posts"),
        tab("people", t("People"), "/office/people"),
        ...(props.administers
          ? [
              tab("designations", t("Designations"), "/office/designations"),
              tab("imports", t("Employee master"), "/office/imports"),
            ]
          : []),
      ]}
    />
  );
}
