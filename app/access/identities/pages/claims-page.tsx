import { formatDateTime, t } from "../../../base/index.ts";
import { EmptyState, Mixed, NextPage, PageHeading, Table, Tabs } from "../../../ui/index.ts";
import type { Claim, ClaimState } from "../queue-claim.ts";
import { claimReasons, claimStates } from "./claim-words.ts";

export interface ClaimsProps {
  readonly state: ClaimState;
  readonly claims: readonly Claim[];
  readonly next: string | undefined;
}

/** Identities that came to the door and belong to nobody yet. */
export function ClaimsPage({ state, claims, next }: ClaimsProps) {
  return (
    <>
      <PageHeading
        title={t("Whose identity is this?")}
        hint={t("Nobody comes in by these until an administrator says whose they are.")}
      />
      <Tabs
        label={t("Decision")}
        tabs={(["waiting", "linked", "refused"] as const).map((one) => ({
          label: t(claimStates[one]),
          href: `/identities?state=${one}`,
          current: one === state,
        }))}
      />
      <Table
        caption={t("Whose identity is this?")}
        rows={claims}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("No identity is in this list.")} />}
        columns={[
          {
            label: t("Name"),
            heading: true,
            cell: ({ id, name, subject }) => (
              <a href={`/identities/${id}`}>
                <Mixed text={name ?? subject} />
              </a>
            ),
          },
          { label: t("Vouched for by"), cell: ({ issuer }) => <span lang="en">{issuer}</span> },
          { label: t("Employee code"), cell: ({ employeeCode }) => employeeCode },
          { label: t("E-mail"), cell: ({ email }) => <span lang="en">{email}</span> },
          { label: t("Why it waits"), cell: ({ reason }) => t(claimReasons[reason]) },
          { label: t("Last came"), cell: ({ lastClaimedAt }) => formatDateTime(lastClaimedAt) },
        ]}
      />
      <NextPage name="after" next={next} />
    </>
  );
}
