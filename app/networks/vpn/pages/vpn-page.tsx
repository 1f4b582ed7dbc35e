import { formatDate, formatNumber, nameOf, t } from "../../../base/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  Figures,
  Filters,
  NextPage,
  Panel,
  Table,
  Tag,
} from "../../../ui/index.ts";
import { NetworkTabs } from "../../pages/network-tabs.tsx";
import { shareOf, type Counts, type OfficeCount } from "../count-vpns.ts";
import type { AccountFilter, VpnAccount } from "../list-accounts.ts";
import { stateWords } from "../state-words.ts";

interface VpnProps {
  readonly filter: AccountFilter;
  readonly offices: readonly OfficeCount[];
  readonly all: Counts;
  readonly accounts: readonly VpnAccount[];
  readonly next?: string | undefined;
}

/** How far the tunnels reach: counters for the state and each office, and the accounts one by one. */
export function VpnPage(props: VpnProps) {
  return (
    <>
      <NetworkTabs current="/vpn" />
      <StateFigures {...props} />
      <Accounts {...props} />
      <Offices {...props} />
    </>
  );
}

function StateFigures({ all }: VpnProps) {
  const share = t("{share} % of {people} people", {
    share: shareOf(all),
    people: formatNumber(all.people),
  });
  return (
    <Figures
      figures={[
        { label: t("Active"), value: all.active, href: "/vpn?show=active", hint: share },
        { label: t("VPNs issued"), value: all.issued, href: "/vpn" },
        { label: t("Expiring in 30 days"), value: all.expiring, href: "/vpn?show=expiring" },
        { label: t("Expired"), value: all.expired, href: "/vpn?show=expired" },
        { label: t("Without VPN"), value: all.without, href: "/vpn#offices" },
        { label: t("Mail ids"), value: all.mailIds, href: "/vpn#offices" },
      ]}
    />
  );
}

function Accounts({ filter, offices, accounts, next }: VpnProps) {
  return (
    <Panel
      title={t("VPN accounts")}
      actions={<Button href={`/vpn.csv${queryOf(filter)}`}>{t("As a table (CSV)")}</Button>}
    >
      <Filters
        filters={[
          {
            name: "show",
            label: t("Status"),
            value: filter.show,
            options: [
              { value: "active", label: t("Active") },
              { value: "expiring", label: t("Expiring in 30 days") },
              { value: "expired", label: t("Expired") },
              { value: "stopped", label: t("Suspended or revoked") },
            ],
          },
          {
            name: "officeId",
            label: t("Office"),
            value: filter.officeId,
            options: offices.flatMap(({ office }) =>
              office ? [{ value: office.id, label: nameOf(office) }] : [],
            ),
          },
        ]}
      />
      <Table
        caption={t("VPN accounts")}
        rows={accounts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No VPN account is recorded here.")} />}
        columns={[
          { label: t("VPN ID"), heading: true, cell: ({ vpnId }) => <bdi>{vpnId}</bdi> },
          {
            label: t("Person"),
            cell: (account) => (
              <a href={`/office/people/${account.employeeId}`}>
                {t("{name} ({code})", { name: nameOf(account), code: account.employeeCode })}
              </a>
            ),
          },
          { label: t("Office"), cell: ({ office }) => (office ? nameOf(office) : "") },
          { label: t("Issued on"), cell: ({ issuedOn }) => (issuedOn ? formatDate(issuedOn) : "") },
          {
            label: t("Expires on"),
            cell: ({ expiresOn }) => (expiresOn ? formatDate(expiresOn) : t("further notice")),
          },
          { label: t("Status"), cell: (account) => <StateTag {...account} /> },
        ]}
      />
      <NextPage name="after" next={next} />
    </Panel>
  );
}

function StateTag(account: VpnAccount) {
  return <Tag tone={account.isActive ? "done" : "overdue"}>{stateWords(account)}</Tag>;
}

function queryOf({ show, officeId }: AccountFilter): string {
  const given = new URLSearchParams({ ...(show && { show }), ...(officeId && { officeId }) });
  return given.size === 0 ? "" : `?${given.toString()}`;
}

function Offices({ offices }: VpnProps) {
  const number = (pick: (one: OfficeCount) => number) => (one: OfficeCount) =>
    formatNumber(pick(one));
  return (
    <section id="offices">
      <Panel title={t("By office")}>
        <Table
          caption={t("By office")}
          rows={offices}
          rowKey={({ office }) => office?.id ?? ""}
          columns={[
            {
              label: t("Office"),
              heading: true,
              cell: ({ office }) => (office ? nameOf(office) : t("No post today")),
            },
            { label: t("People"), number: true, cell: number(({ people }) => people) },
            { label: t("Mail ids"), number: true, cell: number(({ mailIds }) => mailIds) },
            { label: t("VPNs issued"), number: true, cell: number(({ issued }) => issued) },
            { label: t("Active"), number: true, cell: number(({ active }) => active) },
            {
              label: t("Expiring in 30 days"),
              number: true,
              cell: number(({ expiring }) => expiring),
            },
            { label: t("Expired"), number: true, cell: number(({ expired }) => expired) },
            { label: t("Without VPN"), number: true, cell: number(({ without }) => without) },
            { label: t("Share with VPN"), number: true, cell: (one) => `${shareOf(one)} %` },
          ]}
        />
        <ButtonBar>
          <Button href="/vpn/offices.csv">{t("Counters as a table (CSV)")}</Button>
        </ButtonBar>
      </Panel>
    </section>
  );
}
