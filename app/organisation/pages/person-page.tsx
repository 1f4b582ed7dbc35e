import { formatDate, nameOf, t } from "../../base/index.ts";
import {
  Button,
  DefinitionList,
  EmptyState,
  Mixed,
  PageHeading,
  Panel,
  Table,
  type Definition,
} from "../../ui/index.ts";
import { chargeKinds } from "../charge.ts";
import { columnOfKey } from "../employee-import/columns.ts";
import { genders, type Employee } from "../employee.ts";
import type { HeldCharge } from "../people-queries.ts";
import { Span } from "./holders.tsx";
import { fullName } from "./people-page.tsx";
import { Order } from "./post-page.tsx";

export interface PersonProps {
  readonly employee: Employee;
  readonly charges: readonly HeldCharge[];
  readonly administers: boolean;
  readonly seesPrivate: boolean;
}

/** A person: what the master says, and the posts held over time. Private particulars are for the person and those who administer him. */
export function PersonPage({ employee, charges, administers, seesPrivate }: PersonProps) {
  return (
    <>
      <PageHeading
        title={fullName(employee)}
        hint={<span lang="en">{employee.code}</span>}
        actions={
          administers && (
            <>
              <Button href={`/office/people/${employee.id}/edit`}>{t("Change")}</Button>
              <Button href={`/accounts/of/${employee.id}`}>{t("Account")}</Button>
            </>
          )
        }
      />
      <DefinitionList
        columns={2}
        items={[
          { label: t("E-mail"), value: <span lang="en">{employee.email}</span> },
          ...detailsOf(employee, ["officePhone", "intercom", "room"]),
          ...(seesPrivate ? privateParticulars(employee) : []),
        ]}
      />
      <Panel title={t("Charges over time")}>
        <Charges charges={charges} />
      </Panel>
    </>
  );
}

function privateParticulars(employee: Employee): Definition[] {
  return [
    { label: t("Mobile"), value: employee.mobile },
    { label: t("Date of birth"), value: formatDate(employee.bornOn) },
    { label: t("Date of joining service"), value: formatDate(employee.joinedOn) },
    { label: t("Gender"), value: t(genders[employee.gender]) },
    { label: t("Class"), value: employee.class },
    ...detailsOf(employee, ["relative", "service", "payLevel", "retiresOn", "certificate", "vpn"]),
  ];
}

function detailsOf({ details }: Employee, keys: readonly string[]): Definition[] {
  return keys.flatMap((key) => {
    const column = columnOfKey(key);
    return column ? [{ label: nameOf(column), value: details[key] }] : [];
  });
}

function Charges({ charges }: { readonly charges: readonly HeldCharge[] }) {
  return (
    <Table
      caption={t("Charges over time")}
      rows={charges}
      rowKey={({ chargeId }) => chargeId}
      empty={<EmptyState title={t("This person has held no post yet.")} />}
      columns={[
        {
          label: t("Post"),
          heading: true,
          cell: (charge) => (
            <a href={`/office/posts/${charge.postId}`}>
              <Mixed text={nameOf(charge)} />
            </a>
          ),
        },
        {
          label: t("Unit"),
          cell: (charge) => (
            <Mixed text={nameOf({ nameEn: charge.unitNameEn, nameHi: charge.unitNameHi })} />
          ),
        },
        { label: t("How"), cell: ({ kind }) => t(chargeKinds[kind]) },
        { label: t("When"), cell: (charge) => <Span {...charge} /> },
        { label: t("Order"), cell: (charge) => <Order {...charge} /> },
      ]}
    />
  );
}
