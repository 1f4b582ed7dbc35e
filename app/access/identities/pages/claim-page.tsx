import { formatDateTime, nameOf, t, type FormState } from "../../../base/index.ts";
import {
  Button,
  ButtonBar,
  DefinitionList,
  EmptyState,
  Form,
  Hidden,
  HiddenFields,
  Lookup,
  Mixed,
  Notice,
  PageHeading,
  Panel,
  Table,
  Tag,
  type Option,
} from "../../../ui/index.ts";
import type { Candidate } from "../queries.ts";
import type { Claim } from "../queue-claim.ts";
import { claimReasons } from "./claim-words.ts";

export interface ClaimProps {
  readonly claim: Claim;
  readonly candidates: readonly Candidate[];
  /** People found without script. */
  readonly found: readonly Option[];
  readonly form: FormState;
}

/** What came to the door, whose it may be, and the decision. */
export function ClaimPage({ claim, candidates, found, form }: ClaimProps) {
  return (
    <>
      <PageHeading title={claim.name ?? claim.subject} />
      {claim.state === "linked" ? (
        <Notice>{t("This identity is linked already.")}</Notice>
      ) : (
        <Notice tone="warning">{t(claimReasons[claim.reason])}</Notice>
      )}
      <Said claim={claim} />
      {claim.state !== "linked" && (
        <>
          <Candidates claim={claim} candidates={candidates} />
          <AnybodyElse claim={claim} found={found} form={form} />
        </>
      )}
    </>
  );
}

function Said({ claim }: { readonly claim: Claim }) {
  return (
    <DefinitionList
      items={[
        { label: t("Vouched for by"), value: <span lang="en">{claim.issuer}</span> },
        { label: t("Name at the source"), value: <span lang="en">{claim.subject}</span> },
        { label: t("Employee code"), value: claim.employeeCode ?? t("not said") },
        { label: t("E-mail"), value: claim.email ?? t("not said") },
        { label: t("First came"), value: formatDateTime(claim.claimedAt) },
        { label: t("Last came"), value: formatDateTime(claim.lastClaimedAt) },
      ]}
    />
  );
}

function Candidates({ claim, candidates }: Pick<ClaimProps, "claim" | "candidates">) {
  return (
    <Panel title={t("Whose it may be")}>
      <Table
        caption={t("Whose it may be")}
        rows={candidates}
        rowKey={({ employeeId }) => employeeId}
        empty={<EmptyState title={t("Nobody here has this employee code or e-mail.")} />}
        columns={[
          {
            label: t("Name"),
            heading: true,
            cell: (one) => (
              <a href={`/office/people/${one.employeeId}`}>
                <Mixed text={nameOf(one)} />
              </a>
            ),
          },
          {
            label: t("Employee code"),
            cell: ({ code, byCode }) => <Same is={byCode}>{code}</Same>,
          },
          { label: t("E-mail"), cell: ({ email, byEmail }) => <Same is={byEmail}>{email}</Same> },
          {
            label: t("Decision"),
            cell: (one) =>
              one.isLinked ? (
                <span class="quiet">{t(claimReasons["linked-already"])}</span>
              ) : (
                <form action={`/identities/${claim.id}/link`} method="post">
                  <HiddenFields />
                  <Hidden name="employeeId" value={one.employeeId} />
                  <Button>{t("It is this person's")}</Button>
                </form>
              ),
          },
        ]}
      />
    </Panel>
  );
}

function Same(props: { readonly is: boolean; readonly children: string }) {
  return (
    <>
      <Mixed text={props.children} /> {props.is && <Tag tone="done">{t("agrees")}</Tag>}
    </>
  );
}

function AnybodyElse({ claim, found, form }: Omit<ClaimProps, "candidates">) {
  return (
    <Panel title={t("Somebody else")}>
      <Form action={`/identities/${claim.id}/link`} form={form} class="side-form">
        <Lookup
          name="employeeId"
          label={t("Person")}
          hint={t("Name or employee code, in either script")}
          url="/office/people/lookup"
          options={found}
        />
        <ButtonBar>
          <Button kind="primary">{t("Link to this person")}</Button>
        </ButtonBar>
      </Form>
      {claim.state === "waiting" && (
        <form action={`/identities/${claim.id}/refuse`} method="post" class="form-bar">
          <HiddenFields />
          <Button kind="danger">{t("Refuse this identity")}</Button>
        </form>
      )}
    </Panel>
  );
}
