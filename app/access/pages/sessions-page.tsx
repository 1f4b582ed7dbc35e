import { formatDateTime, nameOf, t, type BilingualName } from "../../base/index.ts";
import {
  Button,
  EmptyState,
  HiddenFields,
  Mixed,
  PageHeading,
  Table,
  Tag,
} from "../../ui/index.ts";
import type { SessionLine } from "../sessions/list-sessions.ts";
import { doorName } from "./door-name.ts";

export interface SessionsProps {
  readonly sessions: readonly SessionLine[];
  /** Where the buttons post to: one's own list or that of an account. */
  readonly address: string;
  /** The person, where it is not oneself. */
  readonly person: BilingualName | undefined;
}

/** Where an account is signed in, and since when. */
export function SessionsPage({ sessions, address, person }: SessionsProps) {
  const others = sessions.filter(({ isPresent }) => !isPresent);
  return (
    <>
      <PageHeading title={t("Open sessions")} hint={person && <Mixed text={nameOf(person)} />} />
      <Table
        caption={t("Open sessions")}
        rows={sessions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("Nobody is signed in to this account.")} />}
        columns={[
          { label: t("Where"), heading: true, cell: (one) => <Where session={one} /> },
          { label: t("Came in by"), cell: (one) => <CameInBy session={one} /> },
          { label: t("Since"), cell: ({ startedAt }) => formatDateTime(startedAt) },
          { label: t("Last used"), cell: ({ lastUsedAt }) => formatDateTime(lastUsedAt) },
          { label: t("End of session"), cell: (one) => <End session={one} address={address} /> },
        ]}
      />
      {person === undefined && others.length > 0 && (
        <form action="/me/sessions/end" method="post" class="form-bar">
          <HiddenFields />
          <Button>{t("End the other sessions")}</Button>
        </form>
      )}
    </>
  );
}

function Where({ session: { browser, system, address } }: { readonly session: SessionLine }) {
  return (
    <>
      {browser && system ? t("{browser} on {system}", { browser, system }) : t("Another program")}
      <br />
      <span class="quiet" lang="en">
        {address}
      </span>
    </>
  );
}

function CameInBy({ session: { door, secondFactor } }: { readonly session: SessionLine }) {
  return (
    <>
      {doorName(door)}
      {secondFactor && (
        <>
          {" "}
          <Tag tone="done">{t("with second factor")}</Tag>
        </>
      )}
    </>
  );
}

function End(props: { readonly session: SessionLine; readonly address: string }) {
  const { id, isPresent } = props.session;
  return isPresent ? (
    <span class="quiet">{t("this one")}</span>
  ) : (
    <form action={`${props.address}/${id}/end`} method="post">
      <HiddenFields />
      <button type="submit" class="button button-link">
        {t("End this session")}
      </button>
    </form>
  );
}
