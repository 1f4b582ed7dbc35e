import { formatDate, nameOf, t } from "../../base/index.ts";
import { DefinitionList, Mixed, PageHeading } from "../../ui/index.ts";
import { chargeKinds, type Charge } from "../charge.ts";
import type { Employee } from "../employee.ts";
import type { Holding, PostRecord } from "../post-queries.ts";
import { Order } from "./post-page.tsx";

export interface ChargeReportProps {
  readonly charge: Charge;
  readonly post: PostRecord;
  readonly employee: Employee;
  readonly previous: Holding | undefined;
}

/** The report of transfer of charge, to be printed and filed. */
export function ChargeReportPage({ charge, post, employee, previous }: ChargeReportProps) {
  return (
    <>
      <PageHeading title={t("Report of charge")} hint={nameOf(post)} />
      <DefinitionList
        items={[
          { label: t("Post"), value: <Mixed text={nameOf(post)} /> },
          {
            label: t("Unit"),
            value: <Mixed text={nameOf({ nameEn: post.unitNameEn, nameHi: post.unitNameHi })} />,
          },
          {
            label: t("Charge given by"),
            value: previous && <Mixed text={nameOf(previous)} />,
          },
          {
            label: t("Last day"),
            value: previous?.untilOn ? formatDate(previous.untilOn) : undefined,
          },
          { label: t("Charge taken by"), value: <Mixed text={nameOf(employee)} /> },
          { label: t("How the post is held"), value: t(chargeKinds[charge.kind]) },
          { label: t("First day"), value: formatDate(charge.fromOn) },
          { label: t("Order"), value: charge.orderNumber && <Order {...charge} /> },
          {
            label: t("Charge ended on"),
            value: charge.untilOn === null ? undefined : formatDate(charge.untilOn),
          },
        ]}
      />
      <p class="quiet">
        <a href={`/office/posts/${post.id}`}>{t("Back to the post")}</a>
      </p>
    </>
  );
}
